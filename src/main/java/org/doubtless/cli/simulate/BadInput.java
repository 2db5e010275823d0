package org.doubtless.cli.simulate;

/** Something that was given does not fit; the message says what and what to do. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
