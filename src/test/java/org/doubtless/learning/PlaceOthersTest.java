package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.Nearest;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

/** Real digits beyond a graph of 500, on its plane. */
class PlaceOthersTest {
    private static final int LANDMARKS = 500;
    private static final int NEXT = 5;
    private static final int SEED = 7;

    @Test
    void digits_lie_among_their_own_kind_and_copies_find_each_other() throws Exception {
        try (ZipImages digits = ZipImages.openOrSkip("mnist", "pool-2k", Integer.MAX_VALUE)) {
            PreparedPool all = PreparedPool.pixels(digits, 2, Cancellation.never(), Progress.none());
            int[] labels = digits.labels();
            // The last two are the first of them again.
            int[] rows = IntStream.concat(IntStream.range(LANDMARKS, all.size()), IntStream.of(LANDMARKS, LANDMARKS))
                    .toArray();
            FeatureMatrix others = all.features().select(rows);
            PreparedPool pool = PreparedPool.pixels(first(digits), 2, Cancellation.never(), Progress.none())
                    .withRecipe(SEED, Cancellation.never(), Progress.none());
            PoolPlane plane = pool.plane(SEED, Cancellation.never());
            Neighbours near = pool.near(others, Cancellation.never());
            PlaceOthers place = pool.placeOthers(SEED, plane.places_N2());
            PoolPlane placed = place.place(others, near);

            int[] truth = Arrays.stream(rows).map(row -> labels[row]).toArray();
            double own = ownKind(placed.places_N2(), truth, plane.places_N2(), labels, 0);
            double known = ownKind(plane.places_N2(), labels, plane.places_N2(), labels, 1);
            assertThat(own).as("among their own kind; known ones: %s", known).isGreaterThan(0.9 * known);
            assertThat(known).isGreaterThan(0.65);
            assertThat(placed.strangeness_N()).hasSize(rows.length);
            assertThat(Arrays.stream(placed.strangeness_N()).filter(share -> share < 0 || share > 1))
                    .isEmpty();

            PoolPlane again = pool.placeOthers(
                            SEED, pool.plane(SEED, Cancellation.never()).places_N2())
                    .place(others.range(700, 900), near.range(700, 900));
            assertThat(again.places_N2().values())
                    .as("the same place, whatever comes with it")
                    .isEqualTo(Arrays.copyOfRange(placed.places_N2().values(), 1400, 1800));
            assertThat(again.strangeness_N()).isEqualTo(Arrays.copyOfRange(placed.strangeness_N(), 700, 900));
            assertCopies(place.nearestOthers(others, near, Cancellation.never()), others, near);
        }
    }

    private static ImageSource first(ImageSource images) {
        return new ImageSource() {
            @Override
            public int size() {
                return LANDMARKS;
            }

            @Override
            public BufferedImage read(int row) {
                return images.read(row);
            }
        };
    }

    private static void assertCopies(Nearest alike, FeatureMatrix others, Neighbours near) {
        int copy = others.rows() - 1;
        assertThat(alike.squared(0)).isZero();
        assertThat(alike.squared(copy)).isZero();
        assertThat(alike.point(copy)).isIn(0, copy - 1);
        int found = 0;
        for (int image = 0; image < others.rows(); image++) {
            int other = alike.point(image);
            if (other >= 0) {
                assertThat(other).isNotEqualTo(image);
                assertThat(nearest(near, other)).isEqualTo(nearest(near, image));
                found++;
            }
        }
        assertThat(found).isGreaterThan(others.rows() / 2);
    }

    private static int nearest(Neighbours near, int image) {
        return near.range(image, image + 1).rows_NK()[0];
    }

    /** The share of images that see most of their own kind among the next known ones on the plane, some left out. */
    private static double ownKind(FloatMatrix placed, int[] truth, FloatMatrix known, int[] labels, int leftOut) {
        int own = 0;
        for (int image = 0; image < placed.rows(); image++) {
            int at = image;
            long alike = IntStream.range(0, known.rows())
                    .boxed()
                    .sorted((a, b) -> Double.compare(apart(placed, at, known, a), apart(placed, at, known, b)))
                    .skip(leftOut)
                    .limit(NEXT)
                    .filter(row -> labels[row] == truth[at])
                    .count();
            own += alike > NEXT / 2 ? 1 : 0;
        }
        return (double) own / placed.rows();
    }

    private static double apart(FloatMatrix one, int row, FloatMatrix other, int otherRow) {
        return Math.hypot(one.at(row, 0) - other.at(otherRow, 0), one.at(row, 1) - other.at(otherRow, 1));
    }
}
