package org.doubtless.demo;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.Species;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.pool.TakeImages;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;

/** Draws a demo's images into its pool, and keeps the truth aside for the oracle. */
@ApplicationScoped
class DrawDemoJob implements JobKind {
    static final String KIND = "demo";

    private final TakeImages takeImages;
    private final Projects projects;
    private final AgroalDataSource database;

    DrawDemoJob(TakeImages takeImages, Projects projects, AgroalDataSource database) {
        this.takeImages = takeImages;
        this.projects = projects;
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ProjectId project = new ProjectId(run.project().orElseThrow());
        int images = ((Number) run.parameters().get("images")).intValue();
        long seed = ((Number) run.parameters().get("seed")).longValue();
        run.stage("Drawing %,d pollen grains".formatted(images));
        DrawnCandidates drawn = new DrawnCandidates(seed, images);
        takeImages.take(project, run, drawn);
        run.stage("Keeping the truth aside");
        keepTruth(project, seed, images, projects.get(project).labels());
    }

    private void keepTruth(ProjectId project, long seed, int images, LabelSchema labels) throws SQLException {
        String sql = "insert into image_truth (image_id, class_id) select id, ?::bigint from image"
                + " where project_id = ? and filename = ? on conflict do nothing";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int index = 0; index < images; index++) {
                Optional<Species> answer = OracleAnswer.of(seed, index);
                if (answer.isPresent()) {
                    insert.setLong(1, labels.named(answer.get().label()).id().value());
                } else {
                    insert.setNull(1, Types.BIGINT);
                }
                insert.setLong(2, project.value());
                insert.setString(3, PollenSlides.filename(index));
                insert.addBatch();
                if (index % 500 == 499) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
