package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.support.Sql;

/** Puts the installation back to before its first visit: nobody has an account, and nothing of anybody is left. */
@ApplicationScoped
public class EmptyInstallation {
    private final Sql sql;
    private final SetUpInstallation setUp;

    EmptyInstallation(Sql sql, SetUpInstallation setUp) {
        this.sql = sql;
        this.setUp = setUp;
    }

    public void restore() {
        endJobs();
        for (int attempt = 1; ; attempt++) {
            try {
                sql.update("truncate account cascade");
                break;
            } catch (IllegalStateException deadlock) {
                // A policy that looks for due rounds may still hold a lock for a moment.
                if (attempt == 10) {
                    throw deadlock;
                }
            }
        }
        setUp.forget();
    }

    /** Background work of the tests before would hold locks, and write into what is gone. */
    private void endJobs() {
        String ask = """
                with asked as (
                  update job set cancel_requested = true
                  where state in ('waiting', 'running')
                    and id::text in (select task_instance from scheduled_tasks)
                  returning 1
                )
                select count(*) from asked
                """;
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (sql.number(ask) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
