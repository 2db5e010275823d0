package org.doubtless.round.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.doubtless.learning.PreparedPool;
import org.doubtless.pool.ImageId;

/** A project's pool, ready to be learnt, and which row of it is which image. */
public final class RoundPool {
    private final FeatureSet set;
    private final OptionalLong graph;
    private final PreparedPool prepared;
    private final List<ImageId> images;
    private final List<ImageId> beyond;
    private final Map<ImageId, Integer> rows = new HashMap<>();

    /**
     * @param graph its number where it is kept
     * @param images one each row of {@code prepared}
     * @param beyond those that have features but no row
     */
    public RoundPool(
            FeatureSet set, OptionalLong graph, PreparedPool prepared, List<ImageId> images, List<ImageId> beyond) {
        this.set = set;
        this.graph = graph;
        this.prepared = prepared;
        this.images = List.copyOf(images);
        this.beyond = List.copyOf(beyond);
        for (ImageId image : images) {
            rows.put(image, rows.size());
        }
    }

    public FeatureSet set() {
        return set;
    }

    OptionalLong graph() {
        return graph;
    }

    public PreparedPool prepared() {
        return prepared;
    }

    /** The image of each row. */
    public List<ImageId> images() {
        return images;
    }

    /** Images that have features but no row: a pool may be larger than a graph. */
    public List<ImageId> beyond() {
        return beyond;
    }

    /** The row of an image; empty where it has none. */
    public Optional<Integer> row(ImageId image) {
        return Optional.ofNullable(rows.get(image));
    }
}
