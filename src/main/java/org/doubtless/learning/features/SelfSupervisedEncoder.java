package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;

/**
 * What a network makes of an image that was trained on the pool's own images without a label, so that two views of one
 * image look alike and views of two do not (Chen et al. 2020, "A simple framework for contrastive learning of visual
 * representations"). {@code training.TrainEncoder} makes it.
 *
 * <p>Thread-safe, each image by itself; the same bits on the same kind of processor.
 */
public final class SelfSupervisedEncoder implements CodeExtractor {

    static final String NAME = "self-supervised";

    private final EncoderNetwork network;
    private final PixelFeatures resizer;
    private final List<float[]> numbers;

    /**
     * @param network of the pictures' shape
     * @param numbers of its tensors, taken over
     * @throws IllegalArgumentException where they are not of the network's shapes, or not finite
     */
    public SelfSupervisedEncoder(EncoderNetwork network, List<float[]> numbers) {
        this.network = requireNonNull(network, "network is null");
        this.resizer = new PixelFeatures(network.shape());
        this.numbers = List.copyOf(numbers);
        List<Shape> shapes = network.tensors();
        for (int i = 0; i < shapes.size(); i++) {
            if (numbers.size() != shapes.size()
                    || numbers.get(i).length != shapes.get(i).size()) {
                throw new IllegalArgumentException("the numbers are not those of an encoder of " + network.shape());
            }
            for (float number : numbers.get(i)) {
                if (!Float.isFinite(number)) {
                    throw new IllegalArgumentException("tensor " + i + " of the encoder holds " + number);
                }
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int columns() {
        return EncoderNetwork.CODES;
    }

    @Override
    public float[] extract(BufferedImage image) {
        float[] pixels = resizer.extract(image);
        try (NDManager memory = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            return network.codes(network.toTensors(memory, numbers), memory.create(pixels, new Shape(1, pixels.length)))
                    .toFloatArray();
        }
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
        FeatureShapes.write(network.shape(), out);
        for (float[] tensor : numbers) {
            ByteBuffer bytes = ByteBuffer.allocate(tensor.length * Float.BYTES);
            bytes.asFloatBuffer().put(tensor);
            out.write(bytes.array());
        }
    }

    static SelfSupervisedEncoder readFrom(DataInputStream in) throws IOException {
        try {
            EncoderNetwork network = new EncoderNetwork(FeatureShapes.read(in));
            List<float[]> numbers = new ArrayList<>();
            for (Shape shape : network.tensors()) {
                byte[] bytes = new byte[(int) shape.size() * Float.BYTES];
                in.readFully(bytes);
                float[] tensor = new float[(int) shape.size()];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(tensor);
                numbers.add(tensor);
            }
            return new SelfSupervisedEncoder(network, numbers);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
