package org.doubtless.learning.features;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** A network from an ONNX file, run by ONNX Runtime on the processor, one thread an image. */
final class OnnxBackbone implements Backbone {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;
    private final FeatureShape shape;

    OnnxBackbone(byte[] file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // More threads would split the sums of an image differently from machine to machine.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(file, options);
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "these " + file.length + " bytes are no ONNX network that can run here (" + e.getMessage()
                            + "): export it again, with its weights inside the file",
                    e);
        }
        try {
            NodeInfo first = session.getInputInfo().values().iterator().next();
            input = first.getName();
            shape = shape(input, ((TensorInfo) first.getInfo()).getShape());
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private static FeatureShape shape(String input, long... wanted) {
        if (wanted.length != 4 || wanted[0] > 1 || wanted[1] != 3) {
            throw new IllegalArgumentException("the network's input " + input + " has the shape "
                    + Arrays.toString(wanted) + ": export a network that takes [1,3,height,width]");
        }
        int height = wanted[2] > 0 ? Math.toIntExact(wanted[2]) : BackboneFeatures.DEFAULT_SIDE;
        int width = wanted[3] > 0 ? Math.toIntExact(wanted[3]) : BackboneFeatures.DEFAULT_SIDE;
        return new FeatureShape(3, height, width);
    }

    @Override
    public FeatureShape shape() {
        return shape;
    }

    @Override
    public BackboneOutput run(float... pixels) {
        long[] one = {1, shape.channels(), shape.height(), shape.width()};
        try (OnnxTensor image = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), one);
                OrtSession.Result result = session.run(Map.of(input, image))) {
            if (!(result.get(0) instanceof OnnxTensor output) || output.getFloatBuffer() == null) {
                throw new IllegalArgumentException(
                        "the network's first output is no tensor of 32-bit floats: export it with one");
            }
            FloatBuffer numbers = output.getFloatBuffer();
            float[] values = new float[numbers.remaining()];
            numbers.get(values);
            return new BackboneOutput(values, output.getInfo().getShape());
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(OrtException cause) {
        return new IllegalStateException("ONNX Runtime failed: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failed(e);
        }
    }
}
