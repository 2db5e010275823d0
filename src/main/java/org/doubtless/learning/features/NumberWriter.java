package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Numbers as bytes, big-endian, bit by bit; a table is preceded by its size. What it wrote {@link NumberReader} reads. */
public final class NumberWriter {

    private static final int PIECE = 16_384;

    private final DataOutputStream out;

    /** @param target stays the caller's to close; {@link #flush} first */
    public NumberWriter(OutputStream target) {
        this.out = new DataOutputStream(new BufferedOutputStream(requireNonNull(target, "target is null"), PIECE));
    }

    /** Writes one whole number. */
    public void write(int number) throws IOException {
        out.writeInt(number);
    }

    /** Writes one number of 64 bits. */
    public void write(double number) throws IOException {
        out.writeDouble(number);
    }

    /** Writes a short text. */
    public void write(String text) throws IOException {
        out.writeUTF(text);
    }

    /** Writes some numbers of 64 bits. */
    public void write(double... numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /** Writes some whole numbers. */
    public void write(int... numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    /** Writes a matrix in 32 bits. */
    public void write(FloatMatrix matrix) throws IOException {
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (float value : matrix.values()) {
            if (!piece.hasRemaining()) {
                out.write(piece.array());
                piece.clear();
            }
            piece.putFloat(value);
        }
        out.write(piece.array(), 0, piece.position());
    }

    /** Writes features as they are kept, in 16 bits ({@link HalfRow}). */
    public void writeHalves(FeatureMatrix features) throws IOException {
        out.writeInt(features.rows());
        out.writeInt(features.columns());
        float[] row = new float[features.columns()];
        for (int n = 0; n < features.rows(); n++) {
            features.copyRow(n, row, 0);
            out.write(HalfRow.toBytes(row));
        }
    }

    /** Hands everything on. */
    public void flush() throws IOException {
        out.flush();
    }
}
