package org.doubtless.web;

import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;

/** Recognises that a request failed because its sender hung up: nobody's fault, and nobody is left to be told. */
final class CutConnection {
    private CutConnection() {}

    static boolean causes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof HttpClosedException || t instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }
}
