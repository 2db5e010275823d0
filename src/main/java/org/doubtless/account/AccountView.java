package org.doubtless.account;

import java.time.Instant;

/** An account as the API shows it. */
public record AccountView(
        long id, String email, String name, boolean active, boolean administrator, Instant createdAt) {
    static AccountView of(Account account) {
        return new AccountView(
                account.id().value(),
                account.email(),
                account.name(),
                account.active(),
                account.administrator(),
                account.createdAt());
    }
}
