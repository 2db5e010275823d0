package org.doubtless.learning.features;

/**
 * Where images beyond a pool belong on its plane: the weighted geometric median of their neighbours' places. The mean would
 * put an image whose neighbours are of two groups into the empty middle; the median, into the group of most.
 */
public final class MedianPlaces {
    // Weiszfeld's steps; the places of a plane are 0 to 1.
    private static final int STEPS = 30;
    private static final double NEAREST = 1e-3;
    private static final int CHUNK = 1024;

    private final Neighbours near;
    private final FloatMatrix places_P2;

    private MedianPlaces(Neighbours near, FloatMatrix places_P2) {
        this.near = near;
        this.places_P2 = places_P2;
    }

    /** Each image's place, [N,2], by the weights that it has on the graph. */
    public static FloatMatrix of(Neighbours near, FloatMatrix places_P2) {
        MedianPlaces medians = new MedianPlaces(near, places_P2);
        FloatMatrix found_N2 = near.average(places_P2);
        Chunks.inParallel(near.images(), CHUNK, (from, to) -> {
            for (int image = from; image < to; image++) {
                for (int step = 0; step < STEPS; step++) {
                    medians.step(image, found_N2.values());
                }
            }
        });
        return found_N2;
    }

    private void step(int image, float... found_N2) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int place = 0; place < near.count(); place++) {
            int row = near.row(image, place);
            double away = Math.hypot(
                    places_P2.at(row, 0) - found_N2[2 * image], places_P2.at(row, 1) - found_N2[2 * image + 1]);
            double pull = near.weight(image, place) / Math.max(NEAREST, away);
            sum += pull;
            x += pull * places_P2.at(row, 0);
            y += pull * places_P2.at(row, 1);
        }
        found_N2[2 * image] = (float) (x / sum);
        found_N2[2 * image + 1] = (float) (y / sum);
    }
}
