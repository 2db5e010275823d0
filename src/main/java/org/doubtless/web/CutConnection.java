package org.doubtless.web;

import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;

/** Recognises that a request failed because its sender hung up: nobody's fault, and nobody is left to be told. */
final class CutConnection {
    private CutConnection() {}

    static boolean causes(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof HttpClosedException || cause instanceof ClosedChannelException);
    }
}
