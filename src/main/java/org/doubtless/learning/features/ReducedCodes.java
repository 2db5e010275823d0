package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * One part of the features: codes, their principal components, brought to length 1.
 *
 * @param codes of an image, many
 * @param components what is kept of them
 */
record ReducedCodes(CodeExtractor codes, Pca components) {

    ReducedCodes {
        if (codes.columns() != components.rowLength()) {
            throw new IllegalArgumentException("part " + codes.name() + " has " + codes.columns()
                    + " codes, its components are of " + components.rowLength());
        }
    }

    String name() {
        return codes.name();
    }

    int columns() {
        return components.columns();
    }

    /** An image like the pool's mean image has no direction: its row is zeros. */
    float[] extract(BufferedImage image) {
        float[] row = components.project(codes.extract(image));
        UnitLength.scale(row);
        return row;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(name());
        codes.writeTo(out);
        components.writeTo(out);
    }

    static ReducedCodes readFrom(DataInputStream in, Optional<BackboneFeatures> backbone) throws IOException {
        String name = in.readUTF();
        CodeExtractor codes =
                switch (name) {
                    case HogFeatures.NAME -> HogFeatures.readFrom(in);
                    case PatchFeatures.NAME, PatchFeatures.LARGE_NAME -> PatchFeatures.readFrom(name, in);
                    case SelfSupervisedEncoder.NAME -> SelfSupervisedEncoder.readFrom(in);
                    case BackboneFeatures.NAME ->
                        backbone.orElseThrow(() -> new IOException("their backbone's file is wanted beside them"))
                                .requireSame(in);
                    default -> throw new IOException("part " + name + " is unknown");
                };
        return new ReducedCodes(codes, Pca.readFrom(in));
    }
}
