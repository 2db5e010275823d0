package org.doubtless.learning.features;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;

/** A network from a TorchScript file, run by libtorch on the processor. */
final class TorchScriptBackbone implements Backbone {

    private static final String ENGINE = "PyTorch";

    private final Model model;
    private final FeatureShape shape;

    /** @param side of the images it was trained on: the file does not tell */
    TorchScriptBackbone(byte[] file, int side) {
        this(opened(file), side);
    }

    TorchScriptBackbone(Model model, int side) {
        this.model = model;
        this.shape = new FeatureShape(3, side, side);
    }

    private static Model opened(byte[] file) {
        Model model = Model.newInstance("backbone", Device.cpu(), ENGINE);
        try {
            model.load(new ByteArrayInputStream(file));
            return model;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new IllegalArgumentException(
                    "these " + file.length + " bytes are no TorchScript network that can run here (" + e.getMessage()
                            + "): save it with torch.jit.save",
                    e);
        }
    }

    @Override
    public FeatureShape shape() {
        return shape;
    }

    @Override
    public BackboneOutput run(float... pixels) {
        try (NDManager memory = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray image = memory.create(pixels, new Shape(1, shape.channels(), shape.height(), shape.width()));
            NDArray output = model.getBlock()
                    .forward(new ParameterStore(memory, true), new NDList(image), false)
                    .head();
            return new BackboneOutput(output.toFloatArray(), output.getShape().getShape());
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
