package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.web.ShortMemory;

/**
 * Whom a session or a token stands for, remembered for a few seconds: a page of thumbnails asks a hundred times. A
 * change made by this process is seen at once, one made by another process a little later.
 */
@ApplicationScoped
class KnownAccounts {
    private final ShortMemory<String, AccountPrincipal> known = new ShortMemory<>();

    /** The account of these credentials, seen a moment ago or found now. */
    Optional<AccountPrincipal> account(String credentials, ShortMemory.Reader<AccountPrincipal, SQLException> find)
            throws SQLException {
        return known.get(credentials, find);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        known.forget((credentials, account) -> account.id().equals(changed.account()));
    }
}
