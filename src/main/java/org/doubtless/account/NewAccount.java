package org.doubtless.account;

import org.doubtless.web.OneLine;

/** An account to create; without a name the person is called by the first part of the e-mail. */
public record NewAccount(EmailAddress email, String name, Password password, boolean administrator) {
    private static final int MAX_NAME = 200;

    public NewAccount {
        name = name == null || name.isBlank() ? email.localPart() : checkedName(name);
    }

    static String checkedName(String name) {
        return OneLine.of("The person's name", name, MAX_NAME);
    }
}
