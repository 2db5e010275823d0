package org.doubtless.learning.features;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The k nearest pool images of each of N images, nearest first; of equals the lower row.
 *
 * @param count k, 0 or more
 * @param rows_NK which pool rows they are
 * @param distances_NK how far they are, in the units of the features
 */
public record Neighbours(int count, int[] rows_NK, float[] distances_NK) {

    // exp(-4) of a neighbour's weight is left at the distance of the farthest.
    private static final double SHARPNESS = 4;
    private static final double NO_DISTANCE = 1e-12;
    private static final int BYTES = Integer.BYTES + Float.BYTES;

    /** N; 0 where k is. */
    public int images() {
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

    /** The images {@code from} (included) to {@code to} (excluded). */
    public Neighbours range(int from, int to) {
        return new Neighbours(
                count,
                Arrays.copyOfRange(rows_NK, from * count, to * count),
                Arrays.copyOfRange(distances_NK, from * count, to * count));
    }

    /** One image's neighbours to be kept, to the last bit: k times a 32-bit row and a 32-bit distance, big-endian. */
    public byte[] toBytes(int image) {
        ByteBuffer bytes = ByteBuffer.allocate(count * BYTES);
        for (int place = 0; place < count; place++) {
            bytes.putInt(row(image, place)).putFloat(distances_NK[image * count + place]);
        }
        return bytes.array();
    }

    /**
     * The neighbours of N images that {@link #toBytes} wrote, in their order.
     *
     * @param pool how many rows there are to be neighbours of
     * @throws IllegalArgumentException where two images have different numbers of neighbours, or one a row that is none
     */
    public static Neighbours fromBytes(int pool, byte[]... images) {
        int count = images.length == 0 ? 0 : images[0].length / BYTES;
        int[] rows_NK = new int[images.length * count];
        float[] distances_NK = new float[images.length * count];
        for (int image = 0; image < images.length; image++) {
            if (images[image].length != count * BYTES) {
                throw new IllegalArgumentException("image " + image + " has " + images[image].length
                        + " bytes of neighbours where " + count * BYTES + " are expected");
            }
            ByteBuffer bytes = ByteBuffer.wrap(images[image]);
            for (int at = image * count; at < (image + 1) * count; at++) {
                rows_NK[at] = bytes.getInt();
                distances_NK[at] = bytes.getFloat();
                if (rows_NK[at] < 0 || rows_NK[at] >= pool) {
                    throw new IllegalArgumentException(
                            "image " + image + " has neighbour " + rows_NK[at] + " in a pool of " + pool);
                }
            }
        }
        return new Neighbours(count, rows_NK, distances_NK);
    }
}
