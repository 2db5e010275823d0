package org.doubtless.learning.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;

/** Where native memory comes from. */
public final class Torch {

    private static final String ENGINE = "PyTorch";

    private Torch() {}

    /** A manager of its own, on the processor, whatever other engines there are; close it. */
    public static NDManager newManager() {
        return NDManager.newBaseManager(Device.cpu(), ENGINE);
    }
}
