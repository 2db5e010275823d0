package org.doubtless.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.doubtless.web.Problem;

/** What people change about themselves; a new password needs the old one, and revokes all tokens. */
@ApplicationScoped
class ChangeOwnAccount {
    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final SignInThrottle throttle;
    private final LimitHashing limitHashing;
    private final Event<AccountChanged> changed;
    private final Clock clock;

    /** The old password as it was typed, and the address from which it came. */
    record NewPassword(String old, Password chosen, String address) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    ChangeOwnAccount(
            AccountRepository accounts,
            TokenRepository tokens,
            SignInThrottle throttle,
            LimitHashing limitHashing,
            Event<AccountChanged> changed,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
        this.limitHashing = limitHashing;
        this.changed = changed;
        this.clock = clock;
    }

    /** Null leaves a thing as it is; a refused password keeps the new name out, too. */
    Account change(AccountId id, String name, NewPassword password) {
        String newName = name == null ? null : NewAccount.checkedName(name);
        String oldHash = accounts.get(id).passwordHash();
        String newHash = password == null ? null : checkOld(accounts.get(id), password);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Account account = accounts.get(id);
            if (newName != null) {
                account.rename(newName);
            }
            if (newHash != null) {
                if (!account.passwordHash().equals(oldHash)) {
                    throw wrong();
                }
                account.changePassword(newHash);
                tokens.revokeAll(id, clock.instant());
            }
            changed.fire(new AccountChanged(id));
            return account;
        });
    }

    /** Whoever has somebody's browser or token may not guess their password here either. Returns the new one's hash. */
    private String checkOld(Account account, NewPassword password) {
        if (password.old() == null) {
            throw wrong();
        }
        boolean right = limitHashing.run(() -> {
            throttle.enter(account.email(), password.address());
            return Password.matches(password.old(), account.passwordHash());
        });
        if (!right) {
            throw wrong();
        }
        throttle.succeeded(account.email(), password.address());
        return limitHashing.hash(password.chosen());
    }

    private static Problem wrong() {
        return Problem.badRequest(
                "old_password", "The old password is wrong. The password was not changed; try again.");
    }
}
