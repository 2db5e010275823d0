package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.doubtless.web.Problem;

/** Changes an account, on an administrator's word or on its owner's. */
@ApplicationScoped
class ChangeAccount {
    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final Event<AccountChanged> changed;
    private final Clock clock;

    ChangeAccount(AccountRepository accounts, TokenRepository tokens, Event<AccountChanged> changed, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.changed = changed;
        this.clock = clock;
    }

    /** What an administrator may change; null leaves it as it is. */
    record Changes(String name, Boolean active, Boolean administrator, Password password) {}

    @Transactional
    Account change(AccountId id, Changes changes) {
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
            account.rename(NewAccount.checkedName(changes.name()));
        }
        if (changes.active() != null) {
            account.setActive(changes.active());
        }
        if (changes.administrator() != null) {
            account.setAdministrator(changes.administrator());
        }
        if (changes.password() != null) {
            account.changePassword(changes.password());
        }
        changed.fire(new AccountChanged(id));
        return account;
    }

    /** What people change about themselves; a new password needs the old one, and revokes all tokens. */
    @Transactional
    Account changeOwn(AccountId id, String name, String oldPassword, Password newPassword) {
        Account account = accounts.get(id);
        if (name != null) {
            account.rename(NewAccount.checkedName(name));
        }
        if (newPassword != null) {
            if (oldPassword == null || !account.hasPassword(oldPassword)) {
                throw Problem.badRequest(
                        "old_password", "The old password is wrong. The password was not changed; try again.");
            }
            account.changePassword(newPassword);
            tokens.revokeAll(id, clock.instant());
        }
        changed.fire(new AccountChanged(id));
        return account;
    }
}
