package org.doubtless.learning.features;

/**
 * The k nearest pool images of each of N images, nearest first; of equals the lower row.
 *
 * @param count k, 0 or more
 * @param rows_NK which pool rows they are
 * @param distances_NK how far they are, in the units of the features
 */
public record Neighbours(int count, int[] rows_NK, double[] distances_NK) {

    // exp(-4) of a neighbour's weight is left at the distance of the farthest.
    private static final double SHARPNESS = 4;
    private static final double NO_DISTANCE = 1e-12;

    /** N. */
    int images() {
        return count == 0 ? 0 : rows_NK.length / count;
    }

    int row(int image, int place) {
        return rows_NK[image * count + place];
    }

    double distance(int image, int place) {
        return distances_NK[image * count + place];
    }

    /** {@code exp(-4 d²/d_k²)}: 1 for a copy, e^-4 for the farthest of the k. */
    double weight(int image, int place) {
        double distance = distance(image, place);
        double farthest = distance(image, count - 1);
        return Math.exp(-SHARPNESS * distance * distance / (farthest * farthest + NO_DISTANCE));
    }

    /** The weighted mean of the neighbours' rows of {@code pool_PM}, for each image: [N,M]. */
    public FloatMatrix average(FloatMatrix pool_PM) {
        int columns = pool_PM.columns();
        FloatMatrix means_NM = FloatMatrix.zeros(images(), columns);
        Chunks.inParallel(images(), 1024, (from, to) -> {
            for (int image = from; image < to; image++) {
                double sum = 0;
                for (int place = 0; place < count; place++) {
                    sum += weight(image, place);
                }
                for (int place = 0; place < count; place++) {
                    float share = (float) (weight(image, place) / sum);
                    int source = row(image, place) * columns;
                    for (int column = 0; column < columns; column++) {
                        means_NM.values()[image * columns + column] += share * pool_PM.values()[source + column];
                    }
                }
            }
        });
        return means_NM;
    }
}
