package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.doubtless.web.Problem;

/** Adds a person. */
@ApplicationScoped
public class CreateAccount {
    private final AccountRepository accounts;
    private final Clock clock;

    CreateAccount(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    public AccountId create(NewAccount request) {
        accounts.lock();
        if (accounts.ofEmail(request.email()).isPresent()) {
            throw Problem.conflict(
                    "email_taken",
                    "There is already an account with the e-mail " + request.email()
                            + ". Use another, or change that account.");
        }
        Account account = new Account(request, clock.instant());
        accounts.persistAndFlush(account);
        return account.id();
    }
}
