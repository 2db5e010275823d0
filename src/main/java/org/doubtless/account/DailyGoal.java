package org.doubtless.account;

import org.doubtless.web.Problem;

/**
 * How many images a day a person means to answer; only they see it.
 *
 * @param images of all projects together; null for no goal
 */
public record DailyGoal(Integer images) {
    private static final int MOST = 10_000;

    public DailyGoal {
        if (images != null && (images < 1 || images > MOST)) {
            throw Problem.badRequest(
                    "images", "A daily goal is 1 to %d images, not %d; null means none.".formatted(MOST, images));
        }
    }
}
