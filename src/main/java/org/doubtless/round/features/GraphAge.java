package org.doubtless.round.features;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doubtless.pool.ImageId;

/**
 * Whether a kept graph still stands for its pool. A small one is made again whenever the pool changes, which takes
 * seconds; a large one, which takes minutes, once a twentieth of what it should have is missing. Until then the new
 * images are beyond it, and labels on images that it lacks wait for the next.
 */
final class GraphAge {
    private static final int SMALL = 5_000;
    private static final int MISSING_OF = 20;

    private final Set<ImageId> images;

    GraphAge(List<ImageId> images) {
        this.images = new HashSet<>(images);
    }

    /**
     * @param present all images that have features
     * @param wanted those that a new graph would have
     * @param labelled those that a model learns from
     */
    boolean isYoungEnough(List<ImageId> present, List<ImageId> wanted, Collection<ImageId> labelled) {
        Set<ImageId> readable = new HashSet<>(present);
        if (!readable.containsAll(images)) {
            return false;
        }
        long missing = wanted.stream().filter(image -> !images.contains(image)).count();
        long unheard = labelled.stream()
                .filter(image -> readable.contains(image) && !images.contains(image))
                .count();
        return wanted.size() <= SMALL
                ? missing == 0 && unheard == 0
                : missing * MISSING_OF <= wanted.size() && unheard * MISSING_OF <= labelled.size();
    }
}
