package org.doubtless.pool;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An image as lists show it.
 *
 * @param label the class that people gave to it, or in state automatic the model; or null
 * @param prediction what the published model takes it for, or null; for those who must not know its arm the
 *     scores are null until it is answered, and for ever where they were {@link Withheld} from who answered it
 * @param model doubt that more labels would lessen, 0 to 1, or null where it is not scored
 * @param data doubt that lies in the image itself
 * @param view where browsers find a picture that they can show
 * @param setAside why no model reads it; null for those that are read, and for those who must not know the arm
 * @param arm null for those who must not know
 */
public record ImageRow(
        long id,
        String filename,
        int width,
        int height,
        String state,
        String label,
        String prediction,
        Float model,
        Float data,
        String thumbnail,
        String content,
        String view,
        @JsonInclude(JsonInclude.Include.NON_NULL) String setAside,
        @JsonInclude(JsonInclude.Include.NON_NULL) String arm) {
    static String content(long id) {
        return "/api/images/" + id + "/content";
    }

    static String thumbnail(long id) {
        return "/api/images/" + id + "/thumbnail";
    }

    /** The original where browsers show it as it is meant to be seen. */
    static String view(StoredKind kind, long id) {
        return kind.isShownByBrowsers() ? content(id) : "/api/images/" + id + "/view";
    }
}
