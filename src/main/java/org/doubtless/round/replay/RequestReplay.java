package org.doubtless.round.replay;

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
import org.doubtless.round.RequestRound;

/** Has a project's labels asked for again, as a visible job; one at a time, however often it is asked for. */
@ApplicationScoped
class RequestReplay {
    private final AgroalDataSource database;
    private final Jobs jobs;
    private final StartJob startJob;

    RequestReplay(AgroalDataSource database, Jobs jobs, StartJob startJob) {
        this.database = database;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    @Transactional
    JobId request(ProjectId project, AccountId by) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RequestRound.decideAlone(connection, project);
        }
        Optional<JobId> underWay =
                jobs.unfinished(project.value(), ReplayJob.KIND).map(Job::id);
        return underWay.isPresent()
                ? underWay.get()
                : startJob.start(new NewJob(
                        ReplayJob.KIND, "Replay against random order", project.value(), by.value(), Map.of()));
    }
}
