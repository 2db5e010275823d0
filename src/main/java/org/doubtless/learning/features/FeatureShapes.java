package org.doubtless.learning.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A {@link FeatureShape} as bytes. */
final class FeatureShapes {

    // Bytes may come from anywhere: more than this no extractor was ever made for.
    private static final int CHANNELS = 4;
    private static final int SIDE = 2_048;

    private FeatureShapes() {}

    static void write(FeatureShape shape, DataOutputStream out) throws IOException {
        out.writeInt(shape.channels());
        out.writeInt(shape.height());
        out.writeInt(shape.width());
    }

    static FeatureShape read(DataInputStream in) throws IOException {
        int channels = in.readInt();
        int height = in.readInt();
        int width = in.readInt();
        if (channels < 1 || channels > CHANNELS || height < 1 || height > SIDE || width < 1 || width > SIDE) {
            throw new IOException(
                    "pictures of " + channels + "x" + height + "x" + width + " numbers are not looked at");
        }
        return new FeatureShape(channels, height, width);
    }
}
