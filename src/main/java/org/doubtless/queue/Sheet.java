package org.doubtless.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * Images that the published model takes for one class, to be confirmed together.
 *
 * @param label what the model takes them for; null where there are none
 * @param model the number of the model; null before the first
 * @param left how many more of them wait for a later sheet
 * @param classes what other sheets there are, those of most images first
 * @param nothing why there are no images; null where there are some
 */
record Sheet(
        String label,
        Integer model,
        List<ClaimedImage> items,
        int left,
        List<Waiting> classes,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nothing) {

    /** A class and how many images of it wait for a sheet. */
    record Waiting(String label, int images) {}

    /** Why a sheet is empty. */
    enum Nothing {
        /** No model is published yet. */
        NO_MODEL,
        /** Images wait, and of none of them is the model sure enough. */
        UNSURE,
        /** No image waits for this person. */
        DONE;

        /** The word used in the API. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Sheet none(Integer model, Nothing why) {
        return new Sheet(null, model, List.of(), 0, List.of(), why.word());
    }
}
