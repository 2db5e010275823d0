package org.doubtless.learning.features;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a network of one convolution and a rectifier as ONNX, field by field of its protobuf schema. */
final class TinyOnnx {

    private static final int FLOAT = 1;
    private static final int INTS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * The file.
     *
     * @param weights [2,3,3,3]
     * @param height of the input, or 0 to leave it open; the width likewise
     */
    static byte[] convolution(float[] weights, int channels, int height, int width) {
        TinyOnnx kernel =
                new TinyOnnx().text(1, "kernel_shape").number(8, 3).number(8, 3).number(20, INTS);
        TinyOnnx convolution = new TinyOnnx()
                .text(1, "image")
                .text(1, "weights")
                .text(2, "edges")
                .text(4, "Conv")
                .message(5, kernel);
        TinyOnnx rectifier = new TinyOnnx().text(1, "edges").text(2, "features").text(4, "Relu");
        ByteBuffer raw = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(weights);
        TinyOnnx tensor = new TinyOnnx()
                .number(1, 2)
                .number(1, channels)
                .number(1, 3)
                .number(1, 3)
                .number(2, FLOAT)
                .text(8, "weights")
                .bytes(9, raw.array());
        TinyOnnx graph = new TinyOnnx()
                .message(1, convolution)
                .message(1, rectifier)
                .text(2, "tiny")
                .message(5, tensor)
                .message(11, value("image", 1, channels, height, width))
                .message(12, value("features", 1, 2, 0, 0));
        return new TinyOnnx()
                .number(1, 8)
                .message(7, graph)
                .message(8, new TinyOnnx().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static TinyOnnx value(String name, int... dimensions) {
        TinyOnnx shape = new TinyOnnx();
        for (int i = 0; i < dimensions.length; i++) {
            TinyOnnx dimension = new TinyOnnx();
            shape.message(1, dimensions[i] > 0 ? dimension.number(1, dimensions[i]) : dimension.text(2, name + i));
        }
        TinyOnnx tensor = new TinyOnnx().number(1, FLOAT).message(2, shape);
        return new TinyOnnx().text(1, name).message(2, new TinyOnnx().message(1, tensor));
    }

    private TinyOnnx number(int field, int value) {
        variable(field << 3);
        variable(value);
        return this;
    }

    private TinyOnnx text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private TinyOnnx message(int field, TinyOnnx message) {
        return bytes(field, message.bytes.toByteArray());
    }

    private TinyOnnx bytes(int field, byte[] value) {
        variable(field << 3 | 2);
        variable(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void variable(int value) {
        int rest = value;
        while (rest > 127) {
            bytes.write(rest & 127 | 128);
            rest >>>= 7;
        }
        bytes.write(rest);
    }
}
