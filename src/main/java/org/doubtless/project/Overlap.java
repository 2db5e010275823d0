package org.doubtless.project;

import java.util.Locale;
import java.util.Objects;
import org.doubtless.web.Problem;

/**
 * How many people answer an image, each without knowing what the others said.
 *
 * @param readers of the images that it is for; all others have one
 * @param share of the images, drawn once by their ids; where it is for a share
 */
public record Overlap(int readers, For images, double share) {
    public static final Overlap NONE = new Overlap(1, For.ALL, 0.1);

    /** Which images have several readers; of much doubt are those whose route is a second reader. */
    public enum For {
        ALL,
        SHARE,
        DOUBT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static For of(String word) {
            for (For one : values()) {
                if (one.word().equals(word)) {
                    return one;
                }
            }
            throw Problem.badRequest(
                    "setting", "The setting overlapFor is '%s'; it must be all, share or doubt.".formatted(word));
        }
    }

    public Overlap {
        Objects.requireNonNull(images, "images is null");
        ProjectSettings.require(readers >= 1 && readers <= 9, "overlap", readers, "from 1 to 9");
        ProjectSettings.require(share >= 0.01 && share <= 1, "overlapShare", share, "from 0.01 to 1");
    }
}
