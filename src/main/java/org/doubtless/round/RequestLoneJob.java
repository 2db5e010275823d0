package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.Jobs;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.ProjectId;

/** Starts a job of a kind of which a project has one at a time, however often it is asked for. */
@ApplicationScoped
public class RequestLoneJob {
    private final AgroalDataSource database;
    private final Jobs jobs;
    private final StartJob startJob;

    RequestLoneJob(AgroalDataSource database, Jobs jobs, StartJob startJob) {
        this.database = database;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    /** The one that is under way, or a new one. */
    @Transactional
    public JobId request(ProjectId project, AccountId by, String kind, String title) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RequestRound.decideAlone(connection, project);
        }
        Optional<JobId> underWay = jobs.unfinished(project.value(), kind).map(Job::id);
        return underWay.isPresent()
                ? underWay.get()
                : startJob.start(new NewJob(kind, title, project.value(), by.value(), Map.of()));
    }
}
