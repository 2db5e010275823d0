package org.doubtless.account;

import org.doubtless.web.Problem;

/**
 * How a person wants the labelling page.
 *
 * @param showWhy whether it says why an image is asked, where the project shows that
 */
public record DeskSettings(Boolean showWhy) {
    static final DeskSettings USUAL = new DeskSettings(true);

    public DeskSettings {
        if (showWhy == null) {
            throw Problem.badRequest("setting", "The setting showWhy is missing; it must be true or false.");
        }
    }
}
