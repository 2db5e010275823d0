package org.doubtless.learning.acquisition;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.doubtless.learning.features.Clusters;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.KMeans;

/**
 * Where the images of a pool lie, without any label.
 *
 * @param coarse_NM spectral coordinates, the classes' scale standing out
 * @param degree_N how many look like each image, weighted
 */
public record PoolShape(FloatMatrix coarse_NM, float[] degree_N) {

    private static final int FINEST = 60;

    public PoolShape {
        requireNonNull(coarse_NM, "coordinates is null");
        if (degree_N.length != coarse_NM.rows()) {
            throw new IllegalArgumentException(
                    degree_N.length + " degrees for " + coarse_NM.rows() + " images: give one each");
        }
    }

    /** N. */
    public int images() {
        return degree_N.length;
    }

    /** Groups all images by their coordinates 1 to 59; the first is all but constant. */
    Clusters cells(int count, long seed) {
        int columns = coarse_NM.columns();
        FeatureMatrix positions = coarse_NM
                .columns(columns > 1 ? 1 : 0, Math.min(FINEST, columns))
                .toFeatures();
        return KMeans.group(positions, count, seed);
    }

    /** The image of highest degree among the most central of a cell's candidates. */
    int typical(Clusters cells, int[] candidates, int oneIn) {
        int[] central = Arrays.stream(candidates)
                .boxed()
                .sorted((a, b) -> Float.compare(cells.squared(a), cells.squared(b)))
                .limit(Math.max(1, candidates.length / oneIn))
                .mapToInt(Integer::intValue)
                .toArray();
        int best = central[0];
        for (int row : central) {
            best = degree_N[row] > degree_N[best] ? row : best;
        }
        return best;
    }

    static Set<Integer> groupsOf(Clusters cells, int... rows) {
        return Arrays.stream(rows).map(cells::group).boxed().collect(Collectors.toSet());
    }
}
