package org.doubtless.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.pool.ImageId;

/**
 * The order in which a new queue serves: the active images as they were ranked, with the control images among them. Of
 * every 1/share images served one measures instead of teaches; chance draws which, so that nobody can count it out.
 */
public final class ServingOrder {
    private ServingOrder() {}

    /** A place in the queue. */
    public record Place(ImageId image, boolean control, double position) {}

    /**
     * Merges the two arms.
     *
     * @param active the waiting active images, the one to ask about first in front
     * @param control the waiting control images, in the order in which chance drew them
     * @param share of control images among those served, 0 to 0.5
     * @param seed draws the place of each control image
     */
    public static List<Place> merge(List<ImageId> active, List<ImageId> control, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int total = active.size() + control.size();
        List<Place> places = new ArrayList<>(total);
        int nextActive = 0;
        int nextControl = 0;
        double due = share == 0 ? total : random.nextDouble() / share;
        for (int served = 0; served < total; served++) {
            boolean takeControl =
                    nextControl < control.size() && (served >= Math.floor(due) || nextActive == active.size());
            ImageId image = takeControl ? control.get(nextControl++) : active.get(nextActive++);
            if (takeControl && share > 0) {
                due = (nextControl + random.nextDouble()) / share;
            }
            // Positions lie in (0, 1), among which images imported later are spread by chance.
            places.add(new Place(image, takeControl, (served + 1.0) / (total + 1.0)));
        }
        return places;
    }
}
