package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
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
        sql.update("truncate account cascade");
        setUp.forget();
    }
}
