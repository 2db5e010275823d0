package org.doubtless.round.scale;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeaturePart;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;

/**
 * Images that nobody has ever seen, with features in clusters: the class of an image is its id modulo 10, each class has
 * 20 manners.
 */
final class MadeUpPool {
    private static final int MANNERS = 20;
    private static final double NOISE = 0.9;
    private static final int SHAPES = 400;

    private final AgroalDataSource database;
    private final Sql sql;

    MadeUpPool(AgroalDataSource database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    static String label(long image) {
        return Long.toString(image % 10);
    }

    void make(ProjectId project, int images, long seed) throws SQLException, IOException {
        sql.update(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " select ?, decode(md5(n::text), 'hex'), n || '.png', 'image/png', 28, 28, 300,"
                        + " case when n % 100 = 0 then 'control' else 'active' end, now() from generate_series(1, ?) n",
                project.value(), images);
        sql.update(
                "insert into image_thumbnail (image_id, content) select id, decode(repeat('00', 60), 'hex') from image"
                        + " where project_id = ?",
                project.value());
        sql.update(
                "insert into queue_entry (project_id, generation, image_id, position, reason) select project_id, 0, id,"
                        + " random(), case when arm = 'control' then 'control' else 'unscored' end from image"
                        + " where project_id = ?",
                project.value());
        LabelFreeFeatures extractor =
                LabelFreeFeatures.fit(DrawnShapes.source(SHAPES, 1), seed, 2, Cancellation.never(), Progress.none());
        long set = sql.number(
                "insert into feature_set (project_id, extractor, fitted_on, seed, created_at) values (?, ?, ?, ?, now())"
                        + " returning id",
                project.value(),
                extractor.toBytes(),
                images,
                seed);
        features(project, set, extractor.parts(), images);
        sql.update("analyze");
    }

    private void features(ProjectId project, long set, List<FeaturePart> parts, int images)
            throws SQLException, IOException {
        long first = sql.number("select min(id) from image where project_id = ?", project.value());
        int columns = parts.get(parts.size() - 1).to();
        SplittableRandom random = new SplittableRandom(7);
        double[][] centres = new double[10 * MANNERS][];
        for (int k = 0; k < centres.length; k++) {
            centres[k] = random.doubles(columns, -1, 1).toArray();
        }
        try (Connection connection = database.getConnection();
                BinaryCopy rows = new BinaryCopy(connection, "image_feature (feature_set_id, image_id, numbers)")) {
            for (long image = first; image < first + images; image++) {
                double[] centre = centres[(int) (image % 10) * MANNERS + random.nextInt(MANNERS)];
                rows.row(3).number(set).number(image).bytes(HalfRow.toBytes(near(centre, parts, random)));
            }
            rows.end();
        }
    }

    /** Each part of the length that the extractor gives it. */
    private static float[] near(double[] centre, List<FeaturePart> parts, SplittableRandom random) {
        float[] row = new float[centre.length];
        for (FeaturePart part : parts) {
            double squares = 0;
            for (int d = part.from(); d < part.to(); d++) {
                row[d] = (float) (centre[d] + NOISE * (random.nextDouble() * 2 - 1));
                squares += row[d] * row[d];
            }
            float scale = (float) (1 / Math.sqrt(squares * parts.size()));
            for (int d = part.from(); d < part.to(); d++) {
                row[d] *= scale;
            }
        }
        return row;
    }
}
