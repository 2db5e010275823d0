package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SharedMemory;
import org.doubtless.project.ProjectId;
import org.doubtless.round.shards.ShardRows;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A worker in a process of its own whose decoder takes the process with it at one image, as native code does. */
final class DeadlyPictures extends StoredPictures {
    static final int DEATH = 97;
    private static final List<String> DATABASE =
            List.of("quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password");

    private final long deadly;

    private DeadlyPictures(AgroalDataSource database, long deadly) {
        super(database, new DecodeImage(new SharedMemory(1 << 28)));
        this.deadly = deadly;
    }

    @Override
    BufferedImage decode(Stored stored) throws RefusedFile {
        if (stored.image().value() == deadly) {
            Runtime.getRuntime().halt(DEATH);
        }
        return super.decode(stored);
    }

    /** Makes the shards of a feature set; how the process ended. */
    static int make(ProjectId project, long set, long deadly) throws IOException, InterruptedException {
        return run("make", project.value(), set, deadly);
    }

    /** Fits an extractor to the images of a project; how the process ended. */
    static int fit(ProjectId project, long deadly) throws IOException, InterruptedException {
        return run("fit", project.value(), 0, deadly);
    }

    private static int run(String what, long project, long set, long deadly) throws IOException, InterruptedException {
        Config config = ConfigProvider.getConfig();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeadlyPictures.class.getName()));
        DATABASE.forEach(name -> words.add(config.getValue(name, String.class)));
        words.addAll(List.of(what, Long.toString(project), Long.toString(set), Long.toString(deadly)));
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    public static void main(String[] words) throws SQLException {
        AgroalDataSource database = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(words[0])
                                .principal(new NamePrincipal(words[1]))
                                .credential(new SimplePassword(words[2])))));
        ProjectId project = ProjectId.fromString(words[4]);
        DeadlyPictures pictures = new DeadlyPictures(database, Long.parseLong(words[6]));
        Clock clock = Clock.systemUTC();
        if (words[3].equals("fit")) {
            try (FitAttempt attempt = FitAttempt.begin(database, project, clock)) {
                List<ImageId> pool = images(database, project);
                new FitLabelFreeFeatures(1, 2)
                        .fit(new ReadablePictures(pictures, pool, Set.of(), attempt), () -> false, (done, total) -> {});
            }
            return;
        }
        FeatureSet set = new FeatureSets(database, clock)
                .find(project, Long.parseLong(words[5]))
                .orElseThrow();
        FeatureShards shards = new FeatureShards(database, clock);
        MakeShard makeShard = new MakeShard(shards, pictures, new SetAsideImages(database));
        shards.cut(project, set);
        while (makeShard.makeOne(set, () -> false)) {
            System.out.println("made a shard");
        }
    }

    private static List<ImageId> images(AgroalDataSource database, ProjectId project) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select array_agg(id order by id) from image where project_id = ?")) {
            query.setLong(1, project.value());
            try (var row = query.executeQuery()) {
                row.next();
                return ShardRows.images(row, 1);
            }
        }
    }
}
