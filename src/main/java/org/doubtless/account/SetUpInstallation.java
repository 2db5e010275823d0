package org.doubtless.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.doubtless.web.Problem;

/** The first visit: makes the first account, an administrator; afterwards there is nothing to set up. */
@ApplicationScoped
class SetUpInstallation {
    private final AccountRepository accounts;
    private final Event<InstallationSetUp> setUp;
    private final LimitHashing limitHashing;
    private final Clock clock;
    /** An account is never deleted, so a true answer stays true. */
    private volatile boolean done;

    SetUpInstallation(
            AccountRepository accounts, Event<InstallationSetUp> setUp, LimitHashing limitHashing, Clock clock) {
        this.accounts = accounts;
        this.limitHashing = limitHashing;
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

    Session create(EmailAddress email, String name, Password password) {
        if (isDone()) {
            throw alreadySetUp();
        }
        NewAccount request = new NewAccount(email, name, password, true);
        String hash = limitHashing.hash(password);
        return QuarkusTransaction.joiningExisting().call(() -> create(request, hash));
    }

    private Session create(NewAccount request, String hash) {
        accounts.lock();
        if (accounts.count() > 0) {
            throw alreadySetUp();
        }
        Account account = new Account(request, hash, clock.instant());
        accounts.persistAndFlush(account);
        setUp.fire(new InstallationSetUp(account.id()));
        return account.beginSession();
    }

    private static Problem alreadySetUp() {
        return Problem.conflict(
                "already_set_up",
                "This installation has its first administrator already. Sign in, or ask that person for an"
                        + " account.");
    }
}
