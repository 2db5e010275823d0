package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The numbers of a network, in plain memory, in the order of its layers. Immutable. */
public final class Weights {

    // More than any network here has, and few enough that a broken file cannot ask for all memory.
    private static final int MOST_TENSORS = 1_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final long MOST_NUMBERS = 1L << 28;

    private final List<Shape> shapes;
    private final List<float[]> values;

    /** Takes over the arrays; each has as many numbers as its shape says. */
    Weights(List<Shape> shapes, List<float[]> values) {
        this.shapes = List.copyOf(shapes);
        this.values = List.copyOf(values);
    }

    /** Copies into native memory that lives as long as {@code manager}. */
    public NDList toTensors(NDManager manager) {
        NDList tensors = new NDList();
        for (int i = 0; i < values.size(); i++) {
            tensors.add(manager.create(values.get(i), shapes.get(i)));
        }
        return tensors;
    }

    /**
     * Copies networks of one architecture, one behind the other, into native memory: dense weights
     * become [K,in,out], their biases [K,1,out]. The scaling of the input is that of the first. One
     * network alone is not stacked.
     */
    public static NDList stack(NDManager manager, List<Weights> networks) {
        NDList stacked = networks.get(0).toTensors(manager);
        if (networks.size() == 1) {
            return stacked;
        }
        for (int i = Network.FIRST_TRAINED; i < stacked.size(); i++) {
            int size = networks.get(0).values.get(i).length;
            float[] numbers = new float[Math.multiplyExact(networks.size(), size)];
            for (int k = 0; k < networks.size(); k++) {
                System.arraycopy(networks.get(k).values.get(i), 0, numbers, k * size, size);
            }
            Shape shape = networks.get(0).shapes.get(i);
            Shape each = shape.dimension() == 1 ? new Shape(1, size) : shape;
            stacked.get(i).close();
            stacked.set(i, manager.create(numbers, new Shape(networks.size()).addAll(each)));
        }
        return stacked;
    }

    /** Copies networks out of native memory, as {@link #stack} put them there. */
    public static List<Weights> unstack(Network network, NDList stacked) {
        List<float[]> numbers = stacked.stream().map(NDArray::toFloatArray).toList();
        List<Shape> shapes = network.shapes();
        int last = shapes.size() - 1;
        int networks = numbers.get(last).length / (int) shapes.get(last).size();
        List<Weights> unstacked = new ArrayList<>();
        for (int k = 0; k < networks; k++) {
            List<float[]> values = new ArrayList<>();
            for (int i = 0; i < shapes.size(); i++) {
                int size = (int) shapes.get(i).size();
                int from = i < Network.FIRST_TRAINED ? 0 : k * size;
                values.add(Arrays.copyOfRange(numbers.get(i), from, from + size));
            }
            unstacked.add(new Weights(shapes, values));
        }
        return unstacked;
    }

    /** Whether every number is finite. */
    public boolean areFinite() {
        return values.stream().allMatch(Weights::isFinite);
    }

    private static boolean isFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    List<Shape> shapes() {
        return shapes;
    }

    /** The numbers of one tensor; not to be written to. */
    float[] values(int tensor) {
        return values.get(tensor);
    }

    /** Writes shapes and numbers, big-endian; the same weights give the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(shapes.size());
        for (int i = 0; i < shapes.size(); i++) {
            out.writeInt(shapes.get(i).dimension());
            for (long length : shapes.get(i).getShape()) {
                out.writeLong(length);
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.get(i).length, Float.BYTES));
            bytes.asFloatBuffer().put(values.get(i));
            out.write(bytes.array());
        }
    }

    /**
     * Reads what {@link #write} wrote, bit by bit.
     *
     * @throws IOException where the bytes end early or are no weights
     */
    public static Weights read(DataInput in) throws IOException {
        List<Shape> shapes = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        long tensors = within(in.readInt(), MOST_TENSORS, "tensors");
        for (int i = 0; i < tensors; i++) {
            long[] lengths = new long[(int) within(in.readInt(), MOST_DIMENSIONS, "dimensions")];
            long size = 1;
            for (int d = 0; d < lengths.length; d++) {
                lengths[d] = within(in.readLong(), MOST_NUMBERS, "numbers");
                size = within(size * lengths[d], MOST_NUMBERS, "numbers");
            }
            byte[] bytes = new byte[Math.multiplyExact((int) size, Float.BYTES)];
            in.readFully(bytes);
            float[] numbers = new float[(int) size];
            ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
            shapes.add(new Shape(lengths));
            values.add(numbers);
        }
        return new Weights(shapes, values);
    }

    private static long within(long value, long most, String what) throws IOException {
        if (value < 0 || value > most) {
            throw new InvalidObjectException("the stored model claims " + value + " " + what + ": it is damaged");
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Weights that) || !shapes.equals(that.shapes)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!Arrays.equals(values.get(i), that.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return shapes.hashCode()
                + 31 * values.stream().mapToInt(Arrays::hashCode).sum();
    }
}
