package org.doubtless.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.pool.ImageId;
import org.doubtless.queue.Votes;
import org.doubtless.round.features.FeatureRows;
import org.doubtless.round.features.ImagePlaces;
import org.doubtless.round.features.RoundPool;

/**
 * Scores a project's images in a stream, some thousand at a time. Sums over a batch of another size differ in their last
 * bits, so that the same images must be scored together whoever does it.
 */
@ApplicationScoped
class ScorePool {
    private static final int CHUNK = 2_000;
    // Looking for places copies the whole graph's features once a chunk.
    private static final int CHUNK_BEYOND = 10_000;

    private final FeatureRows features;
    private final ImagePlaces places;

    ScorePool(FeatureRows features, ImagePlaces places) {
        this.features = features;
        this.places = places;
    }

    /** Takes scores as they come; nothing is kept of those that it has let go. */
    interface Sink {
        void take(List<ScoredImage> scored) throws SQLException, IOException;

        /** Both take them. */
        default Sink and(Sink other) {
            return scored -> {
                take(scored);
                other.take(scored);
            };
        }
    }

    /** Scores images of one kind, all in the graph or all beyond it, always the same ones together. */
    void score(RoundPool pool, LearnedModel model, List<ImageId> images, Cancellation cancellation, Sink sink)
            throws SQLException, IOException {
        boolean inGraph = !images.isEmpty() && pool.row(images.get(0)).isPresent();
        for (List<ImageId> chunk : cut(images, inGraph ? CHUNK : CHUNK_BEYOND)) {
            cancellation.check();
            sink.take(scored(chunk, inGraph ? inGraph(pool, model, chunk) : beyond(pool, model, chunk, cancellation)));
        }
    }

    private static List<ImageDoubt> inGraph(RoundPool pool, LearnedModel model, List<ImageId> chunk) {
        return model.score(
                chunk.stream().mapToInt(image -> pool.row(image).orElseThrow()).toArray());
    }

    private List<ImageDoubt> beyond(RoundPool pool, LearnedModel model, List<ImageId> chunk, Cancellation cancellation)
            throws SQLException, IOException {
        FeatureMatrix rows = features.read(pool.set(), chunk);
        return model.score(rows, places.of(pool, chunk, rows, cancellation));
    }

    /** Pieces of so many images, the last of what is left. */
    static List<List<ImageId>> cut(List<ImageId> images, int most) {
        List<List<ImageId>> pieces = new ArrayList<>();
        for (int from = 0; from < images.size(); from += most) {
            pieces.add(images.subList(from, Math.min(images.size(), from + most)));
        }
        return pieces;
    }

    private static List<ScoredImage> scored(List<ImageId> images, List<ImageDoubt> doubts) {
        List<ScoredImage> scored = new ArrayList<>(doubts.size());
        for (int i = 0; i < doubts.size(); i++) {
            ImageDoubt doubt = doubts.get(i);
            scored.add(new ScoredImage(
                    images.get(i),
                    doubt.total(),
                    doubt.aleatoric(),
                    doubt.epistemic(),
                    doubt.prediction(),
                    doubt.probabilities(),
                    Votes.counted(doubt.votes())));
        }
        return scored;
    }
}
