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
import org.doubtless.model.ModelFiles;
import org.doubtless.model.ModelVersion;
import org.doubtless.project.ProjectId;

/** Has a version made into a file, as a visible job; once, however often it is asked for. */
@ApplicationScoped
class RequestModelFile {
    private final AgroalDataSource database;
    private final ModelFiles files;
    private final Jobs jobs;
    private final StartJob startJob;

    RequestModelFile(AgroalDataSource database, ModelFiles files, Jobs jobs, StartJob startJob) {
        this.database = database;
        this.files = files;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    /** The job that makes it; empty where it is there. */
    @Transactional
    Optional<JobId> request(ModelVersion version, AccountId by) throws SQLException {
        ProjectId project = version.project();
        try (Connection connection = database.getConnection()) {
            RequestRound.decideAlone(connection, project);
        }
        if (files.size(version.id()).isPresent()) {
            return Optional.empty();
        }
        Optional<JobId> underWay = jobs.unfinished(ModelFileJob.KIND).stream()
                .filter(job -> job.project().filter(id -> id == project.value()).isPresent())
                .filter(job -> ((Number) job.parameters().get("number")).intValue() == version.number())
                .map(Job::id)
                .findFirst();
        if (underWay.isPresent()) {
            return underWay;
        }
        return Optional.of(startJob.start(new NewJob(
                ModelFileJob.KIND,
                "File of model " + version.number(),
                project.value(),
                by.value(),
                Map.of("number", version.number()))));
    }
}
