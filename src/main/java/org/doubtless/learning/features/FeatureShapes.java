package org.doubtless.learning.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A {@link FeatureShape} as bytes. */
final class FeatureShapes {

    private FeatureShapes() {}

    static void write(FeatureShape shape, DataOutputStream out) throws IOException {
        out.writeInt(shape.channels());
        out.writeInt(shape.height());
        out.writeInt(shape.width());
    }

    static FeatureShape read(DataInputStream in) throws IOException {
        return new FeatureShape(in.readInt(), in.readInt(), in.readInt());
    }
}
