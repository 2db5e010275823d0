package org.doubtless.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom a session or a token stands for, remembered for a few seconds: a page of thumbnails asks a hundred times. A
 * change made by this process is seen at once, one made by another process after {@link #MEMORY}.
 */
@ApplicationScoped
class KnownAccounts {
    private static final Duration MEMORY = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Cache<String, AccountPrincipal> known =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    /** The account seen with these credentials a moment ago. */
    Optional<AccountPrincipal> recall(String credentials) {
        return Optional.ofNullable(known.getIfPresent(credentials));
    }

    void remember(String credentials, AccountPrincipal account) {
        known.put(credentials, account);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        known.asMap().values().removeIf(account -> account.id().equals(changed.account()));
    }
}
