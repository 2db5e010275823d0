package org.doubtless.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class TokenRepository implements PanacheRepository<ApiToken> {
    List<ApiToken> inUse(AccountId account) {
        return list("accountId = ?1 and revokedAt is null order by id desc", account.value());
    }

    List<ApiToken> allInUse() {
        return list("revokedAt is null order by id desc");
    }

    void revokeAll(AccountId account, Instant now) {
        update("revokedAt = ?1 where accountId = ?2 and revokedAt is null", now, account.value());
    }

    Optional<ApiToken> inUse(AccountId account, TokenId id) {
        return find("id = ?1 and accountId = ?2 and revokedAt is null", id.value(), account.value())
                .firstResultOptional();
    }
}
