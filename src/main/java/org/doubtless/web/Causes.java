package org.doubtless.web;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies behind a failure. */
public final class Causes {
    private Causes() {}

    /** The failure itself, then its cause, and so on. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, t -> t.getCause() == t ? null : t.getCause());
    }
}
