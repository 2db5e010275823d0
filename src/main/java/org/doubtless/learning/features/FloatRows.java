package org.doubtless.learning.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of floats as bytes, bit by bit. */
final class FloatRows {

    // Each row is an array of its own: many short ones would take several times the bytes that they come from.
    private static final int MOST_ROWS = 50_000;

    private FloatRows() {}

    static void write(float[][] rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        out.writeInt(rows[0].length);
        for (float[] row : rows) {
            ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
            bytes.asFloatBuffer().put(row);
            out.write(bytes.array());
        }
    }

    static float[][] read(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        if (rows < 1 || rows > MOST_ROWS || columns < 1 || (long) rows * columns * Float.BYTES > in.available()) {
            throw new IOException("a table of " + rows + "x" + columns + " numbers is not in these bytes");
        }
        float[][] table = new float[rows][columns];
        for (float[] row : table) {
            ByteBuffer.wrap(in.readNBytes(columns * Float.BYTES))
                    .asFloatBuffer()
                    .get(row);
        }
        return table;
    }
}
