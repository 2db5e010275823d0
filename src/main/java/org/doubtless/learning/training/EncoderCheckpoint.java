package org.doubtless.learning.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the training of an encoder is: enough to go on as if it had never stopped.
 *
 * @param origin what is trained: settings, seed and pictures; another training must not go on from here
 * @param numbers of encoder and projection
 * @param moments of Adam, which knows the steps taken
 */
record EncoderCheckpoint(String origin, List<float[]> numbers, Adam.Moments moments) {

    private static final int FORMAT = 0x44454301;
    // Far above any encoder's, so that damaged bytes ask for no memory.
    private static final int MOST_TENSORS = 100;
    private static final int MOST_NUMBERS = 1 << 24;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(origin);
            out.writeInt(moments.steps());
            for (List<float[]> tensors : List.of(numbers, moments.means(), moments.variances())) {
                out.writeInt(tensors.size());
                for (float[] tensor : tensors) {
                    ByteBuffer content = ByteBuffer.allocate(tensor.length * Float.BYTES);
                    content.asFloatBuffer().put(tensor);
                    out.writeInt(tensor.length);
                    out.write(content.array());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are no checkpoint */
    static EncoderCheckpoint fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("they begin differently");
            }
            String origin = in.readUTF();
            int steps = in.readInt();
            EncoderCheckpoint read =
                    new EncoderCheckpoint(origin, tensors(in), new Adam.Moments(steps, tensors(in), tensors(in)));
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes are left over");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "these " + bytes.length + " bytes are no encoder in training (" + e.getMessage()
                            + "): begin its training anew",
                    e);
        }
    }

    private static List<float[]> tensors(DataInputStream in) throws IOException {
        int count = within(in.readInt(), MOST_TENSORS);
        List<float[]> tensors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[within(in.readInt(), MOST_NUMBERS) * Float.BYTES];
            in.readFully(content);
            float[] tensor = new float[content.length / Float.BYTES];
            ByteBuffer.wrap(content).asFloatBuffer().get(tensor);
            tensors.add(tensor);
        }
        return tensors;
    }

    private static int within(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(value + " is no size of it");
        }
        return value;
    }
}
