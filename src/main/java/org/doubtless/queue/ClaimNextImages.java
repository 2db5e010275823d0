package org.doubtless.queue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/** Hands the next images of the queue to one person. */
@ApplicationScoped
public class ClaimNextImages {
    private final AgroalDataSource database;
    private final LeaseEntries leases;
    private final LimitHeldImages limitHeldImages;
    private final ServeChecks serveChecks;
    private final Clock clock;

    ClaimNextImages(
            AgroalDataSource database,
            LeaseEntries leases,
            LimitHeldImages limitHeldImages,
            ServeChecks serveChecks,
            Clock clock) {
        this.serveChecks = serveChecks;
        this.database = database;
        this.leases = leases;
        this.limitHeldImages = limitHeldImages;
        this.clock = clock;
    }

    /** Claims up to this many free images. */
    @Transactional
    public List<ServedImage> claim(ProjectId project, AccountId account, int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return leaseFree(connection, project, account, count);
        }
    }

    /**
     * Renews all leases this person holds, as a page that was reloaded needs it: an image left out would wait for its
     * lease to lapse. Then claims up to this many in all.
     */
    @Transactional
    List<ServedImage> claimAgain(ProjectId project, AccountId account, int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<ServedImage> held = leases.mine(connection, project, account, LimitHeldImages.MOST);
            List<ServeChecks.Check> open = serveChecks.open(connection, project, account);
            int more = count - held.size() - open.size();
            if (more > 0) {
                held.addAll(leaseFree(connection, project, account, more));
            }
            // After all others are there, also those that were given back: in front they would show what they are.
            serveChecks.again(held, connection, project, account, open);
            return held;
        }
    }

    private List<ServedImage> leaseFree(Connection connection, ProjectId project, AccountId account, int count)
            throws SQLException {
        List<ServeChecks.Check> checks = serveChecks.pick(connection, project, account, count);
        List<ServedImage> served = new ArrayList<>();
        if (checks.size() < count) {
            served.addAll(leaseWaiting(connection, project, account, count - checks.size()));
        }
        // Where nothing else is left, a check would stand alone and show what it is.
        if (!served.isEmpty() || checks.size() == count && leases.isAnyFree(connection, project, account)) {
            serveChecks.among(served, connection, project, account, checks);
        }
        return served;
    }

    private List<ServedImage> leaseWaiting(Connection connection, ProjectId project, AccountId account, int count)
            throws SQLException {
        int allowed = limitHeldImages.allow(connection, project, account, count, clock.instant());
        List<ServedImage> served = leases.free(connection, project, account, allowed);
        limitHeldImages.unused(project, account, allowed - served.size());
        return served;
    }
}
