package org.doubtless.learning.features;

import ai.djl.util.Float16Utils;
import java.nio.ByteBuffer;

/**
 * One image's features as bytes to be kept: 16-bit floats (IEEE 754 binary16), big-endian, D of them.
 *
 * <p>Relative error at most 2^-11 from 6e-5 up, absolute 3e-8 below; features of unit length lie well within.
 */
public final class HalfRow {

    private HalfRow() {}

    /**
     * Rounds a row to what is kept.
     *
     * @param row_D finite, absolute values below 65,504
     * @throws IllegalArgumentException naming the column that does not fit
     */
    public static byte[] toBytes(float[] row_D) {
        ByteBuffer bytes = ByteBuffer.allocate(row_D.length * Short.BYTES);
        for (int column = 0; column < row_D.length; column++) {
            short half = Float16Utils.floatToHalf(row_D[column]);
            if (!Float.isFinite(Float16Utils.halfToFloat(half))) {
                throw new IllegalArgumentException(
                        "column " + column + " is " + row_D[column] + ": 16 bits hold values below 65,504");
            }
            bytes.putShort(half);
        }
        return bytes.array();
    }

    /** The row [D] of such bytes, written into {@code target} from {@code offset} on. */
    public static void read(byte[] bytes, float[] target, int offset) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        for (int column = 0; column < bytes.length / Short.BYTES; column++) {
            target[offset + column] = Float16Utils.halfToFloat(halves.getShort());
        }
    }
}
