package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.doubtless.web.Problem;

/** Begins a session for whoever knows the password of an active account. */
@ApplicationScoped
class SignIn {
    /** Of no password; an unknown e-mail is held against it, so that the answer takes as long as for a known one. */
    private static final String NOBODY = "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

    private final AccountRepository accounts;
    private final SignInThrottle throttle;
    private final LimitHashing limitHashing;

    SignIn(AccountRepository accounts, SignInThrottle throttle, LimitHashing limitHashing) {
        this.accounts = accounts;
        this.limitHashing = limitHashing;
        this.throttle = throttle;
    }

    Session signIn(String typedEmail, String password, String address) {
        String email = normal(typedEmail);
        return limitHashing.run(() -> check(email, password, address));
    }

    /** Whose e-mail was typed; empty where it is nobody's. */
    Optional<AccountId> known(String typedEmail) {
        return accounts.find("email", normal(typedEmail)).firstResultOptional().map(Account::id);
    }

    private static String normal(String typedEmail) {
        return typedEmail.strip().toLowerCase(Locale.ROOT);
    }

    private Session check(String email, String password, String address) {
        throttle.enter(email, address);
        Optional<Account> account = accounts.find("email", email).firstResultOptional();
        boolean right =
                Password.matches(password, account.map(Account::passwordHash).orElse(NOBODY));
        if (!right || account.filter(Account::active).isEmpty()) {
            throw Problem.notSignedIn(
                    "E-mail or password is wrong. Check both; capital letters count in the password.");
        }
        throttle.succeeded(email, address);
        return account.get().beginSession();
    }
}
