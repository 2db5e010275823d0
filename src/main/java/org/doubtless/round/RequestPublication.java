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
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** Starts the publication of a version that was made before as a visible job, or says why not. */
@ApplicationScoped
class RequestPublication {
    private final AgroalDataSource database;
    private final ModelVersions versions;
    private final Jobs jobs;
    private final StartJob startJob;

    RequestPublication(AgroalDataSource database, ModelVersions versions, Jobs jobs, StartJob startJob) {
        this.database = database;
        this.versions = versions;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    @Transactional
    JobId request(ProjectId project, int number, AccountId by) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RequestRound.decideAlone(connection, project);
        }
        ModelVersion version = versions.get(project, number);
        if (version.isPublished()) {
            throw Problem.conflict(
                    "already_published", "Model %d is the published one; nothing is changed.".formatted(number));
        }
        Optional<Job> underWay = jobs.unfinished(project.value(), PublishVersionJob.KIND);
        if (underWay.isPresent()) {
            throw Problem.conflict(
                    "publication_under_way",
                    "Job %s (%s) is under way. Wait for its end, or cancel it, and ask again."
                            .formatted(underWay.get().id(), underWay.get().title()));
        }
        return startJob.start(new NewJob(
                PublishVersionJob.KIND,
                "Publication of model " + number,
                project.value(),
                by.value(),
                Map.of("number", number)));
    }
}
