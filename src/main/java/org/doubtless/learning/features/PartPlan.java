package org.doubtless.learning.features;

import java.util.ArrayList;
import java.util.List;

/** At which size the parts look at a pool's images, and how closely. */
final class PartPlan {

    /** Images up to this many pixels are taken as they are. */
    private static final int SMALL = 32;

    private static final int HOG_SIDE = 96;
    private static final int PATCH_SIDE = 64;
    private static final int LARGE = 96;
    private static final int LARGE_SIDE = 128;
    /** Below it, cells and patches would find no room. */
    private static final int LEAST = 8;

    private static final int LARGE_POOL = 15_000;

    private final FeatureShape hogShape;
    private final List<PatchGrid> patchGrids = new ArrayList<>();

    /** @param images of the pool: in a large one, every second patch is enough */
    PartPlan(FeatureShapeChoice seen, int images) {
        int longest = seen.longest();
        FeatureShape hog = seen.fitted(longest <= SMALL ? longest : HOG_SIDE, LEAST);
        hogShape = new FeatureShape(1, hog.height(), hog.width());
        // Codes are averaged over quarters of the picture: of a large one fewer patches say the same in a quarter of
        // the time.
        boolean large = longest >= LARGE;
        int stride = large || images > LARGE_POOL ? 2 : 1;
        patchGrids.add(new PatchGrid(seen.fitted(Math.min(longest, PATCH_SIDE), LEAST), 6, stride));
        if (large) {
            patchGrids.add(new PatchGrid(seen.fitted(LARGE_SIDE, LEAST), 8, 4));
        }
    }

    FeatureShape hogShape() {
        return hogShape;
    }

    /** One or two. */
    List<PatchGrid> patchGrids() {
        return List.copyOf(patchGrids);
    }
}
