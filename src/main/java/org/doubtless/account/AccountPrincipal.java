package org.doubtless.account;

import java.security.Principal;

/** The account on whose behalf a request is made. */
record AccountPrincipal(AccountId id, String email, String personName, boolean administrator) implements Principal {
    @Override
    public String getName() {
        return email;
    }
}
