package org.doubtless.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.doubtless.web.DeedNote;
import org.doubtless.web.Problem;

/** Changes an account, on an administrator's word; a new password revokes all tokens. */
@ApplicationScoped
class ChangeAccount {
    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final LimitHashing limitHashing;
    private final Event<AccountChanged> changed;
    private final DeedNote note;
    private final Clock clock;

    ChangeAccount(
            AccountRepository accounts,
            TokenRepository tokens,
            LimitHashing limitHashing,
            Event<AccountChanged> changed,
            DeedNote note,
            Clock clock) {
        this.note = note;
        this.limitHashing = limitHashing;
        this.accounts = accounts;
        this.tokens = tokens;
        this.changed = changed;
        this.clock = clock;
    }

    /** What an administrator may change; null leaves it as it is. */
    record Changes(String name, Boolean active, Boolean administrator, Password password) {}

    Account change(AccountId id, Changes changes) {
        String hash = changes.password() == null ? null : limitHashing.hash(changes.password());
        return QuarkusTransaction.joiningExisting().call(() -> change(id, changes, hash));
    }

    private Account change(AccountId id, Changes changes, String hash) {
        accounts.lock();
        Account account = accounts.get(id);
        boolean mayLock = Boolean.FALSE.equals(changes.active()) || Boolean.FALSE.equals(changes.administrator());
        if (mayLock && accounts.isOnlyActiveAdministrator(account)) {
            throw Problem.conflict(
                    "last_administrator",
                    "Account %s is the only active administrator; without it nobody could manage people. Make somebody else administrator first."
                            .formatted(id));
        }
        if (changes.name() != null) {
            String old = account.name();
            account.rename(NewAccount.checkedName(changes.name()));
            note.changed("name", old, account.name());
        }
        if (changes.active() != null) {
            note.changed("active", account.active(), changes.active());
            account.setActive(changes.active());
        }
        if (changes.administrator() != null) {
            note.changed("administrator", account.administrator(), changes.administrator());
            account.setAdministrator(changes.administrator());
        }
        if (hash != null) {
            note.put("changed", "password");
            account.changePassword(hash);
            tokens.revokeAll(id, clock.instant());
        }
        changed.fire(new AccountChanged(id));
        return account;
    }
}
