package org.doubtless.model.file;

import java.io.IOException;

/** A file is no model, is damaged, or is of another format; the message says which and what to do. */
public final class UnusableModelFile extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableModelFile(String message) {
        super(message);
    }
}
