package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.doubtless.web.Problem;

/** Ends an API token of the account. */
@ApplicationScoped
class RevokeToken {
    private final TokenRepository tokens;
    private final Event<AccountChanged> changed;
    private final Clock clock;

    RevokeToken(TokenRepository tokens, Event<AccountChanged> changed, Clock clock) {
        this.tokens = tokens;
        this.changed = changed;
        this.clock = clock;
    }

    @Transactional
    void revoke(AccountId account, TokenId id) {
        tokens.inUse(account, id)
                .orElseThrow(() -> Problem.notFound(
                        "token",
                        id,
                        "It may be revoked already, or belong to somebody else; GET /api/tokens lists yours."))
                .revoke(clock.instant());
        changed.fire(new AccountChanged(account));
    }

    /** Whoever's it is, on an administrator's word. */
    @Transactional
    void revoke(TokenId id) {
        ApiToken token = tokens.find("id = ?1 and revokedAt is null", id.value())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("token", id, "It may be revoked already; load the page again."));
        token.revoke(clock.instant());
        changed.fire(new AccountChanged(token.owner()));
    }
}
