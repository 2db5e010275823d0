package org.doubtless.learning.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Takes patches here and there in some images, to learn a dictionary from. */
final class PatchSample {

    static final int IMAGES = 4_000;
    private static final int PATCHES = 60_000;

    private PatchSample() {}

    /**
     * As many patches of each image, 60,000 in all or fewer where the images have fewer.
     *
     * @param rows of the images to take them from, at least 1
     * @return normalised patches [N][patch length]
     */
    static float[][] take(ImageSource pool, int[] rows, PatchGrid grid, long seed, Workers workers, Steps steps) {
        PixelFeatures resizer = new PixelFeatures(grid.shape());
        int positions = grid.rows() * grid.columns();
        int each = Math.min(positions, (PATCHES + rows.length - 1) / rows.length);
        long[] seeds = new SplittableRandom(seed).longs(rows.length).toArray();
        List<float[]> patches = new ArrayList<>(Collections.nCopies(rows.length * each, null));
        workers.each(rows.length, 16, (from, to) -> {
            for (int i = from; i < to; i++) {
                float[] pixels = resizer.extract(pool.read(rows[i]));
                SplittableRandom random = new SplittableRandom(seeds[i]);
                for (int p = 0; p < each; p++) {
                    float[] patch = new float[grid.patchLength()];
                    grid.read(pixels, random.nextInt(grid.rows()), random.nextInt(grid.columns()), patch);
                    patches.set(i * each + p, patch);
                }
            }
            steps.add(to - from);
        });
        return patches.toArray(float[][]::new);
    }
}
