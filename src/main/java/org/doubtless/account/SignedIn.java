package org.doubtless.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.doubtless.web.Problem;

/** Who makes the current request, in the browser or with an API token. */
@RequestScoped
public class SignedIn {
    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean present() {
        return account().isPresent();
    }

    public AccountId id() {
        return required().id();
    }

    public String email() {
        return required().email();
    }

    public String name() {
        return required().personName();
    }

    /** Whether it is an administrator of the installation; false when nobody is signed in. */
    public boolean administrator() {
        return account().map(AccountPrincipal::administrator).orElse(false);
    }

    private AccountPrincipal required() {
        return account().orElseThrow(() -> Problem.notSignedIn("Sign in, or send 'Authorization: Bearer <token>'."));
    }

    private Optional<AccountPrincipal> account() {
        return identity.getPrincipal() instanceof AccountPrincipal account ? Optional.of(account) : Optional.empty();
    }
}
