package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How much of each stroke or texture of a learned dictionary a picture holds, and where.
 *
 * <p>Every patch is compared with the K atoms, and the codes are summed up by {@link PatchPooling}:
 * D = 12 K, 2,400 for K = 200. Coates, Ng and Lee, "An analysis of single-layer networks in
 * unsupervised feature learning", 2011.
 */
final class PatchFeatures implements CodeExtractor {

    static final String NAME = "patches";
    static final String LARGE_NAME = "large-patches";

    private final String name;
    private final PatchGrid grid;
    private final PatchDictionary dictionary;
    private final PixelFeatures resizer;

    PatchFeatures(String name, PatchGrid grid, PatchDictionary dictionary) {
        if (grid.patchLength() != dictionary.patchLength()) {
            throw new IllegalArgumentException("the dictionary is of patches of " + dictionary.patchLength()
                    + " numbers, the grid's have " + grid.patchLength());
        }
        this.name = name;
        this.grid = grid;
        this.dictionary = dictionary;
        this.resizer = new PixelFeatures(grid.shape());
    }

    static PatchFeatures readFrom(String name, DataInputStream in) throws IOException {
        PatchGrid grid = new PatchGrid(FeatureShapes.read(in), in.readInt(), in.readInt());
        return new PatchFeatures(name, grid, PatchDictionary.readFrom(in));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
        FeatureShapes.write(grid.shape(), out);
        out.writeInt(grid.side());
        out.writeInt(grid.stride());
        dictionary.writeTo(out);
    }

    @Override
    public int columns() {
        return PatchPooling.length(dictionary.atoms());
    }

    @Override
    public float[] extract(BufferedImage image) {
        float[] pixels = resizer.extract(image);
        PatchPooling pooling = new PatchPooling(grid.rows(), grid.columns(), dictionary.atoms());
        float[] patch = new float[grid.patchLength()];
        float[] likeness_K = new float[dictionary.atoms()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                grid.read(pixels, row, column, patch);
                dictionary.compare(patch, likeness_K);
                pooling.add(row, column, likeness_K);
            }
        }
        return pooling.codes();
    }
}
