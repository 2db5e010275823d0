package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link NumberWriter} wrote, from a source that need not be trusted: no memory is asked for that the bytes
 * left could not fill.
 */
public final class NumberReader {

    private static final int PIECE = 65_536;
    private static final int MOST_TEXT = 1_000;

    private final DataInputStream in;
    private long left;

    /**
     * @param source stays the caller's to close
     * @param length how many bytes it has
     */
    public NumberReader(InputStream source, long length) {
        this.in = new DataInputStream(new BufferedInputStream(requireNonNull(source, "source is null"), PIECE));
        this.left = length;
    }

    private void take(long bytes) throws IOException {
        if (bytes < 0 || bytes > left) {
            throw new IOException("it speaks of %,d bytes where %,d are left".formatted(bytes, left));
        }
        left -= bytes;
    }

    /** One whole number. */
    public int readInt() throws IOException {
        take(Integer.BYTES);
        return in.readInt();
    }

    /** A whole number that must lie between the two, both included. */
    public int readInt(int least, int most) throws IOException {
        int number = readInt();
        if (number < least || number > most) {
            throw new IOException("it says %,d where %,d to %,d may stand".formatted(number, least, most));
        }
        return number;
    }

    /** One number of 64 bits, finite. */
    public double readDouble() throws IOException {
        take(Double.BYTES);
        double number = in.readDouble();
        if (!Double.isFinite(number)) {
            throw new IOException("it holds " + number + " where a number belongs");
        }
        return number;
    }

    /** A short text. */
    public String readText() throws IOException {
        take(Short.BYTES);
        int length = in.readUnsignedShort();
        take(length);
        if (length > MOST_TEXT) {
            throw new IOException("a name of " + length + " bytes is none");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Some numbers of 64 bits. */
    public double[] readDoubles() throws IOException {
        double[] numbers = new double[count(Double.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = readDouble();
        }
        return numbers;
    }

    /** Some whole numbers. */
    public int[] readInts() throws IOException {
        int[] numbers = new int[count(Integer.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = readInt();
        }
        return numbers;
    }

    private int count(int bytesEach) throws IOException {
        return readInt(0, (int) Math.min(Integer.MAX_VALUE - 8, left / bytesEach));
    }

    /** A matrix of finite numbers of 32 bits. */
    public FloatMatrix readMatrix() throws IOException {
        int rows = readInt(0, Integer.MAX_VALUE);
        int columns = readInt(0, Integer.MAX_VALUE);
        float[] values = new float[size(rows, columns, Float.BYTES)];
        byte[] piece = new byte[PIECE];
        for (int at = 0; at < values.length; at += PIECE / Float.BYTES) {
            int count = Math.min(values.length - at, PIECE / Float.BYTES);
            in.readFully(piece, 0, count * Float.BYTES);
            ByteBuffer.wrap(piece).asFloatBuffer().get(values, at, count);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IOException("it holds " + value + " where a number belongs");
            }
        }
        return new FloatMatrix(rows, columns, values);
    }

    /** Features in 16 bits. */
    public FeatureMatrix readHalves() throws IOException {
        int rows = readInt(0, Integer.MAX_VALUE);
        int columns = readInt(1, Short.MAX_VALUE);
        float[] values = new float[size(rows, columns, Short.BYTES)];
        byte[] row = new byte[columns * Short.BYTES];
        for (int n = 0; n < rows; n++) {
            in.readFully(row);
            HalfRow.read(row, values, n * columns);
        }
        try {
            return FeatureMatrix.owning(columns, values);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private int size(int rows, int columns, int bytesEach) throws IOException {
        long numbers = (long) rows * columns;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IOException("a table of %,d x %,d numbers is too large".formatted(rows, columns));
        }
        take(numbers * bytesEach);
        return (int) numbers;
    }

    /** Fails where bytes are left. */
    public void end() throws IOException {
        if (left > 0) {
            throw new IOException("%,d bytes are left over".formatted(left));
        }
    }
}
