package org.doubtless.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.doubtless.web.Problem;

/** Adds a person. */
@ApplicationScoped
public class CreateAccount {
    private final AccountRepository accounts;
    private final LimitHashing limitHashing;
    private final Clock clock;

    CreateAccount(AccountRepository accounts, LimitHashing limitHashing, Clock clock) {
        this.accounts = accounts;
        this.limitHashing = limitHashing;
        this.clock = clock;
    }

    public AccountId create(NewAccount request) {
        // Before the transaction, which would keep a connection and the lock all the while.
        String hash = limitHashing.hash(request.password());
        return QuarkusTransaction.joiningExisting().call(() -> create(request, hash));
    }

    private AccountId create(NewAccount request, String hash) {
        accounts.lock();
        if (accounts.ofEmail(request.email()).isPresent()) {
            throw Problem.conflict(
                    "email_taken",
                    "There is already an account with the e-mail " + request.email()
                            + ". Use another, or change that account.");
        }
        Account account = new Account(request, hash, clock.instant());
        accounts.persistAndFlush(account);
        return account.id();
    }
}
