package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.round.features.PreparePool;
import org.doubtless.round.features.RoundPool;

/** What a job needs that looks at a project's labels without publishing anything. */
@ApplicationScoped
public class PrepareLabelledPool {
    private final AgroalDataSource database;
    private final PreparePool preparePool;

    PrepareLabelledPool(AgroalDataSource database, PreparePool preparePool) {
        this.database = database;
        this.preparePool = preparePool;
    }

    /** The labels as of now, and the pool that holds them. */
    public record LabelledPool(Snapshot snapshot, RoundPool pool) {}

    /** Makes features and graph first where they are wanting. */
    public LabelledPool prepare(JobRun run, Project project) throws SQLException, IOException {
        run.stage("Snapshot of the labels");
        Snapshot snapshot;
        List<ImageId> images;
        try (Connection connection = database.getConnection()) {
            snapshot = Snapshot.take(connection, project.id(), project.labels());
            images = PoolRow.all(connection, project.id()).stream()
                    .map(PoolRow::image)
                    .toList();
        }
        RoundPool pool = preparePool.prepare(
                run,
                project,
                images,
                snapshot.training().stream().map(Snapshot.Labelled::image).toList());
        return new LabelledPool(snapshot, pool);
    }
}
