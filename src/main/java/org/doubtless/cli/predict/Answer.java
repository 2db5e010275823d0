package org.doubtless.cli.predict;

import org.doubtless.learning.ImageDoubt;

/**
 * What came of one picture.
 *
 * @param picture its path, and within a ZIP its name there
 * @param doubt what the model makes of it; null where it could not be read
 * @param refusal why it could not be read; null where it could
 */
record Answer(String picture, ImageDoubt doubt, String refusal) {
    boolean isRefused() {
        return refusal != null;
    }
}
