package org.doubtless.learning.features;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What of a pool's graph takes long to find, as bytes to be kept: a format number, k, the rows and the distances of each
 * image's k neighbours, the eigenvalues, the coordinates.
 *
 * @param found the neighbours of each image of the pool
 */
record GraphBytes(Neighbours found, SpectralCoordinates spectrum) {

    private static final int FORMAT = 0x47524101;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NumberWriter out = new NumberWriter(bytes);
        try {
            out.write(FORMAT);
            out.write(found.count());
            out.write(found.rows_NK());
            out.write(new FloatMatrix(1, found.distances_NK().length, found.distances_NK()));
            out.write(spectrum.eigenvalues());
            out.write(spectrum.coordinates());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param images how many the pool has */
    static GraphBytes read(byte[] graph, int images) {
        try {
            NumberReader in = new NumberReader(new ByteArrayInputStream(graph), graph.length);
            if (in.readInt() != FORMAT) {
                throw new IOException("the format is another");
            }
            int count = in.readInt(0, NeighbourGraph.NEIGHBOURS);
            int[] rows_NK = in.readInts();
            float[] distances_NK = in.readMatrix().values();
            double[] eigenvalues_M = in.readDoubles();
            FloatMatrix coordinates_NM = in.readMatrix();
            in.end();
            if (rows_NK.length != images * count
                    || distances_NK.length != images * count
                    || coordinates_NM.rows() != images
                    || coordinates_NM.columns() != eigenvalues_M.length) {
                throw new IOException("it has " + coordinates_NM.rows() + " images");
            }
            return new GraphBytes(
                    new Neighbours(count, rows_NK, distances_NK),
                    new SpectralCoordinates(eigenvalues_M, coordinates_NM));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "these bytes are no graph of " + images + " images (" + e.getMessage() + "): build the graph again",
                    e);
        }
    }
}
