package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.doubtless.web.Problem;

/** The first visit: makes the first account, an administrator; afterwards there is nothing to set up. */
@ApplicationScoped
class SetUpInstallation {
    private final AccountRepository accounts;
    private final Event<InstallationSetUp> setUp;
    private final Clock clock;
    /** An account is never deleted, so a true answer stays true. */
    private volatile boolean done;

    SetUpInstallation(AccountRepository accounts, Event<InstallationSetUp> setUp, Clock clock) {
        this.accounts = accounts;
        this.setUp = setUp;
        this.clock = clock;
    }

    boolean isDone() {
        if (!done) {
            done = accounts.count() > 0;
        }
        return done;
    }

    /** For a test that empties the installation. */
    void forget() {
        done = false;
    }

    @Transactional
    Session create(EmailAddress email, String name, Password password) {
        accounts.lock();
        if (accounts.count() > 0) {
            throw Problem.conflict(
                    "already_set_up",
                    "This installation has its first administrator already. Sign in, or ask that person for an"
                            + " account.");
        }
        Account account = new Account(new NewAccount(email, name, password, true), clock.instant());
        accounts.persistAndFlush(account);
        setUp.fire(new InstallationSetUp(account.id()));
        return account.session();
    }
}
