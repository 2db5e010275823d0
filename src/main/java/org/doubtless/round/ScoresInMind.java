package org.doubtless.round;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doubtless.pool.ImageId;
import org.doubtless.round.features.RoundPool;

/**
 * What a round must still know of its scores once they are in the database: the model doubt of images beyond the graph,
 * by which these are ranked, and what was said of the control images, by which the model is measured.
 */
final class ScoresInMind implements ScorePool.Sink {
    private final RoundPool pool;
    private final Set<ImageId> control = new HashSet<>();
    private final Map<ImageId, Float> modelDoubt = new HashMap<>();
    private final Map<ImageId, ScoredImage> measured = new HashMap<>();
    private int size;

    /** @param control images with a label to measure by */
    ScoresInMind(RoundPool pool, List<Snapshot.Labelled> control) {
        this.pool = pool;
        control.forEach(labelled -> this.control.add(labelled.image()));
    }

    @Override
    public void take(List<ScoredImage> scored) {
        for (ScoredImage image : scored) {
            size++;
            if (control.contains(image.image())) {
                measured.put(image.image(), image);
            }
            if (pool.row(image.image()).isEmpty()) {
                modelDoubt.put(image.image(), (float) image.epistemic());
            }
        }
    }

    /** The ids of the images to measure by. */
    Long[] measuredBy() {
        return control.stream().map(ImageId::value).toArray(Long[]::new);
    }

    /** How many images were scored. */
    int size() {
        return size;
    }

    /** The model doubt of the images beyond the graph. */
    Map<ImageId, Float> modelDoubt() {
        return modelDoubt;
    }

    /** The control images among them. */
    Map<ImageId, ScoredImage> control() {
        return measured;
    }
}
