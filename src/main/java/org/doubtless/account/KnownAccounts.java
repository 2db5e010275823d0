package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom a session or a token stands for, remembered for a few seconds: a page of thumbnails asks a hundred times. A
 * change made by this process is seen at once, one made by another process after {@link #MEMORY}.
 */
@ApplicationScoped
class KnownAccounts {
    private static final Duration MEMORY = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Seen> known = new ConcurrentHashMap<>();

    private record Seen(AccountPrincipal account, Instant until) {}

    KnownAccounts(Clock clock) {
        this.clock = clock;
    }

    /** The account seen with these credentials a moment ago. */
    Optional<AccountPrincipal> recall(String credentials) {
        Seen seen = known.get(credentials);
        return seen == null || seen.until().isBefore(clock.instant()) ? Optional.empty() : Optional.of(seen.account());
    }

    void remember(String credentials, AccountPrincipal account) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(credentials, new Seen(account, clock.instant().plus(MEMORY)));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        known.values().removeIf(seen -> seen.account().id().equals(changed.account()));
    }
}
