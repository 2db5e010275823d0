package org.doubtless.learning.torch;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Records gradients on this thread, or not, until it is closed; then the former mode is back.
 *
 * <p>The mode is native and belongs to the thread, and a fresh thread has it on: inference states it,
 * too. DJL's own {@code GradientCollector} is no alternative, it holds a lock of the whole process
 * and throws at a second training. Close it on the thread that opened it; never on a virtual thread.
 */
public final class GradientMode implements AutoCloseable {

    private final boolean before;

    private GradientMode(boolean wanted) {
        before = JniUtils.isGradMode();
        JniUtils.setGradMode(wanted);
    }

    /** For training. Have a manager of {@link Torch} first: it loads the native library. */
    public static GradientMode on() {
        return new GradientMode(true);
    }

    /** For inference. Have a manager of {@link Torch} first: it loads the native library. */
    public static GradientMode off() {
        return new GradientMode(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
