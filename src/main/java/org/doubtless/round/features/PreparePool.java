package org.doubtless.round.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.PreparedPool;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/**
 * Makes a project's pool ready for a round: features of the images that lack them, and the graph over all. The graph is
 * kept, in the database and in memory, until the pool has outgrown it ({@link GraphAge}), so that only the round after a
 * large import waits for it.
 */
@ApplicationScoped
public class PreparePool {
    // Measured: some 6 kB an image of features, coordinates and edges.
    private static final long BYTES_AN_IMAGE = 6_500;
    private static final double SHARE_OF_MEMORY = 0.3;

    private final ExtractFeatures extractFeatures;
    private final FeatureSets sets;
    private final FeatureRows rows;
    private final StoredGraphs stored;
    private final int mostInGraph;
    private final Cache<Key, PreparedPool> graphs;

    /** What a graph was made of. */
    private record Key(long set, List<ImageId> images) {}

    PreparePool(
            ExtractFeatures extractFeatures,
            FeatureSets sets,
            FeatureRows rows,
            StoredGraphs stored,
            RoundConfig config) {
        this.extractFeatures = extractFeatures;
        this.sets = sets;
        this.rows = rows;
        this.stored = stored;
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
     * @param labelled those that a model learns from
     */
    public RoundPool prepare(JobRun run, Project project, List<ImageId> pool, Collection<ImageId> labelled)
            throws SQLException, IOException {
        FeatureSet set = extractFeatures.extract(run, project, pool);
        rows.setAside(project.id(), set).forEach(why -> run.log("Set aside: " + why));
        List<ImageId> present = rows.present(project.id(), set);
        if (present.isEmpty()) {
            throw Problem.conflict("unreadable", "None of the project's images can be read any more.");
        }
        List<ImageId> wanted = present.size() <= mostInGraph ? present : drawn(present, labelled, mostInGraph);
        List<ImageId> inGraph = stored.newest(set, project.seed())
                .map(StoredGraphs.StoredGraph::images)
                .filter(images -> new GraphAge(images).isYoungEnough(present, wanted, labelled))
                .orElse(wanted);
        Set<ImageId> known = new HashSet<>(inGraph);
        List<ImageId> beyond =
                present.stream().filter(image -> !known.contains(image)).toList();
        return pool(run, project, set, inGraph, beyond, true);
    }

    /**
     * The pool as it was for a model that was made before, and beyond its graph what came since.
     *
     * @param inGraph images of its graph, in the order of its rows
     * @throws Problem where one of them is gone
     */
    public RoundPool restore(JobRun run, Project project, long featureSet, List<ImageId> inGraph)
            throws SQLException, IOException {
        FeatureSet set = sets.find(project.id(), featureSet)
                .orElseThrow(() -> Problem.conflict(
                        "features_gone",
                        "What made the features of this model (set %d) is gone.".formatted(featureSet)));
        extractFeatures.complete(run, project, set);
        Set<ImageId> beyond = new LinkedHashSet<>(rows.present(project.id(), set));
        List<ImageId> gone =
                inGraph.stream().filter(image -> !beyond.contains(image)).toList();
        if (!gone.isEmpty()) {
            throw Problem.conflict(
                    "images_gone",
                    "The model cannot be made again: of the %,d images that it was made from, %,d are gone from the pool or cannot be read any more (image %s%s). Publish another version, or train a new one."
                            .formatted(inGraph.size(), gone.size(), gone.get(0), gone.size() > 1 ? ", …" : ""));
        }
        inGraph.forEach(beyond::remove);
        // An old graph is not kept again: the next round would take it for the newest.
        return pool(run, project, set, inGraph, List.copyOf(beyond), false);
    }

    /**
     * The graph of a model that another process uses now, for one who scores for it; empty where it is not kept.
     *
     * @param seed that the graph was made with
     * @param inGraph images of the graph, in the order of its rows
     */
    public Optional<RoundPool> kept(ProjectId project, long seed, long featureSet, List<ImageId> inGraph)
            throws SQLException {
        Optional<FeatureSet> set = sets.find(project, featureSet);
        Optional<Long> graph = set.isEmpty() ? Optional.empty() : stored.find(set.get(), seed, inGraph);
        if (graph.isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key(featureSet, inGraph);
        PreparedPool known = graphs.getIfPresent(key);
        if (known == null) {
            known = PreparedPool.extracted(set.get().extractor(), rows.read(set.get(), inGraph))
                    .withRecipe(seed, stored.read(graph.get()));
            graphs.put(key, known);
        }
        return Optional.of(new RoundPool(set.get(), OptionalLong.of(graph.get()), known, inGraph, List.of()));
    }

    /** As after a restart. */
    void forgetGraphs() {
        graphs.invalidateAll();
    }

    private RoundPool pool(
            JobRun run, Project project, FeatureSet set, List<ImageId> inGraph, List<ImageId> beyond, boolean keep)
            throws SQLException {
        Key key = new Key(set.id(), inGraph);
        Optional<Long> graph = stored.find(set, project.seed(), inGraph);
        PreparedPool known = graphs.getIfPresent(key);
        if (known == null) {
            PreparedPool extracted = PreparedPool.extracted(set.extractor(), rows.read(set, inGraph));
            if (graph.isPresent()) {
                known = extracted.withRecipe(project.seed(), stored.read(graph.get()));
            } else {
                run.stage("Finding look-alikes among %,d images".formatted(inGraph.size()));
                known = extracted.withRecipe(project.seed(), run::cancelled, run::progress);
            }
            graphs.put(key, known);
        }
        if (keep && graph.isEmpty()) {
            graph = Optional.of(stored.keep(project.id(), set, project.seed(), inGraph, known.graph()));
        }
        OptionalLong number = graph.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return new RoundPool(set, number, known, inGraph, beyond);
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
