package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.doubtless.web.OneLine;
import org.doubtless.web.Problem;

/** Makes an API token; the answer is the only place where it can ever be read. */
@ApplicationScoped
public class CreateToken {
    /** By which secret scanners and people recognise it. */
    private static final String PREFIX = "dbl_";

    private static final int RANDOM_BYTES = 32;
    private static final int MAX_NAME = 100;

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CreateToken(AccountRepository accounts, TokenRepository tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token as it is shown once. */
    public record Created(TokenId id, String name, String secret) {
        @Override
        public String toString() {
            return "Created[" + id + ", " + name + "]";
        }
    }

    /** For whoever is signed in; a token makes no others, or revoking a leaked one would not end it. */
    @Transactional
    Created create(SignedIn person, String name) {
        if (person.byToken()) {
            throw Problem.forbidden("An API token cannot make another one. Sign in with your browser and use the page"
                    + " 'API tokens', or run 'create-token' on the server.");
        }
        return create(person.id(), name);
    }

    @Transactional
    public Created create(AccountId account, String name) {
        String checked = OneLine.of("The token's name", name, MAX_NAME);
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiToken token = new ApiToken(account, checked, secret, clock.instant());
        tokens.persistAndFlush(token);
        return new Created(token.id(), checked, secret);
    }

    /** The same for the account with this e-mail, which must be active. */
    @Transactional
    public Created create(EmailAddress email, String name) {
        Account account = accounts.ofEmail(email)
                .filter(Account::active)
                .orElseThrow(() -> Problem.notFound(
                        "active account", email, "Create it first, with 'create-account --email " + email + "'."));
        return create(account.id(), name);
    }
}
