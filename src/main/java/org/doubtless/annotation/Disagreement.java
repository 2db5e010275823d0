package org.doubtless.annotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An image whose readers differ. It has no prediction: whoever decides, decides between people.
 *
 * @param model model doubt, and {@code data} data doubt, as the published model sees the image; null where it has not
 */
record Disagreement(
        long image,
        String url,
        String thumbnail,
        String filename,
        int width,
        int height,
        Float model,
        Float data,
        List<Reader> readers) {

    /**
     * What one of them said.
     *
     * @param reader 1, 2, … in an order that is drawn for each image
     * @param name left out unless it was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reader(int reader, String name, String outcome, String label, String note) {}

    Disagreement with(List<Reader> others) {
        return new Disagreement(image, url, thumbnail, filename, width, height, model, data, others);
    }
}
