package org.doubtless.round.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.PreparedPool;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.web.Problem;

/**
 * Makes a project's pool ready for a round: features of the images that lack them, and the graph over all. The graph is
 * kept in memory while the pool stays the same, so that only the first round after an import waits for it.
 */
@ApplicationScoped
public class PreparePool {
    // Measured: some 6 kB an image of features, coordinates and edges.
    private static final long BYTES_AN_IMAGE = 6_500;
    private static final double SHARE_OF_MEMORY = 0.3;

    private final ExtractFeatures extractFeatures;
    private final FeatureRows rows;
    private final int mostInGraph;
    private final Cache<Key, PreparedPool> graphs;

    /** What a graph was made of. */
    private record Key(long set, List<ImageId> images) {}

    PreparePool(ExtractFeatures extractFeatures, FeatureRows rows, RoundConfig config) {
        this.extractFeatures = extractFeatures;
        this.rows = rows;
        this.mostInGraph = config.graphImages();
        this.graphs = Caffeine.newBuilder()
                .maximumWeight((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY / BYTES_AN_IMAGE))
                .weigher((Key key, PreparedPool pool) -> key.images().size())
                .build();
    }

    /**
     * The pool, ready.
     *
     * @param pool all its images
     * @param labelled those that a model learns from, which are never left out of the graph
     */
    public RoundPool prepare(JobRun run, Project project, List<ImageId> pool, Collection<ImageId> labelled)
            throws SQLException {
        FeatureSet set = extractFeatures.extract(run, project, pool);
        rows.setAside(project.id(), set).forEach(why -> run.log("Set aside: " + why));
        List<ImageId> present = rows.present(project.id(), set);
        if (present.isEmpty()) {
            throw Problem.conflict("unreadable", "None of the project's images can be read any more.");
        }
        List<ImageId> inGraph = present.size() <= mostInGraph ? present : drawn(present, labelled, mostInGraph);
        Set<ImageId> known = new HashSet<>(inGraph);
        List<ImageId> beyond =
                present.stream().filter(image -> !known.contains(image)).toList();
        return new RoundPool(set, graph(run, project, set, inGraph), inGraph, beyond);
    }

    private PreparedPool graph(JobRun run, Project project, FeatureSet set, List<ImageId> images) throws SQLException {
        Key key = new Key(set.id(), images);
        PreparedPool known = graphs.getIfPresent(key);
        if (known != null) {
            return known;
        }
        run.stage("Finding look-alikes among %,d images".formatted(images.size()));
        PreparedPool prepared = PreparedPool.extracted(set.extractor(), rows.read(set, images))
                .withRecipe(project.seed(), run::cancelled, run::progress);
        graphs.put(key, prepared);
        return prepared;
    }

    /** The labelled ones and as many others as fit, drawn by chance and the same each time; oldest first. */
    static List<ImageId> drawn(List<ImageId> present, Collection<ImageId> labelled, int most) {
        Set<ImageId> drawn = new LinkedHashSet<>();
        present.stream()
                .sorted(Comparator.comparingLong(image -> new SplittableRandom(image.value()).nextLong()))
                .limit(most)
                .forEach(drawn::add);
        Set<ImageId> readable = new HashSet<>(present);
        labelled.stream().filter(readable::contains).forEach(drawn::add);
        List<ImageId> images = new ArrayList<>(drawn);
        images.sort(Comparator.comparingLong(ImageId::value));
        return images;
    }
}
