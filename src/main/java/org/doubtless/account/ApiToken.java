package org.doubtless.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A token by which a program acts as an account. Only its hash is kept; at 256 random bits it needs no salt. */
@Entity
@Table(name = "api_token")
class ApiToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "account_id")
    private long accountId;

    private String name;
    private byte[] hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at", updatable = false)
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiToken() {}

    ApiToken(AccountId account, String name, String secret, Instant now) {
        this.accountId = account.value();
        this.name = name;
        this.hash = hash(secret);
        this.createdAt = now;
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    TokenId id() {
        return new TokenId(id);
    }

    AccountId owner() {
        return new AccountId(accountId);
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
