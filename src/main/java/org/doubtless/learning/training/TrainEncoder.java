package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.doubtless.learning.features.EncoderNetwork;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.features.SelfSupervisedEncoder;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Trains a {@link SelfSupervisedEncoder} on a pool's pictures, without labels (SimCLR, Chen et al. 2020): two views of each
 * picture of a batch, the {@link ContrastiveLoss} between projections of their codes, Adam. The projection, dense 128, ReLU,
 * dense 64, is thrown away at the end.
 *
 * <p>What a step does follows from seed and step alone. So a training that was stopped and goes on from its last checkpoint
 * ends with the same bytes as one that never stopped.
 */
public final class TrainEncoder {

    private static final int HIDDEN = 128;
    private static final int PROJECTED = 64;
    private static final double WEIGHT_DECAY = 1e-4;

    private final EncoderSettings settings;
    private final long seed;
    private final int checkpointEvery;

    /** @param checkpointEvery steps after which the training can go on elsewhere; at least 1 */
    public TrainEncoder(EncoderSettings settings, long seed, int checkpointEvery) {
        this.settings = requireNonNull(settings, "settings is null");
        this.seed = seed;
        this.checkpointEvery = checkpointEvery;
        if (checkpointEvery < 1) {
            throw new IllegalArgumentException("a checkpoint every " + checkpointEvery + " steps: give at least 1");
        }
    }

    /**
     * Trains, on this thread.
     *
     * @param sample at least two pictures
     * @param former what was last given to {@code checkpoints} by the same training; empty to begin
     * @param checkpoints hears now and then of what it takes to go on
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     * @throws DivergedTraining where the loss is not finite
     * @throws IllegalArgumentException where {@code former} is none, or of another training
     */
    public SelfSupervisedEncoder train(
            PictureSample sample,
            Optional<byte[]> former,
            Consumer<byte[]> checkpoints,
            Cancellation cancellation,
            Progress progress) {
        if (sample.pictures().rows() < 2) {
            throw new IllegalArgumentException("an encoder tells pictures apart, the pool has "
                    + sample.pictures().rows() + ": add some");
        }
        EncoderNetwork network = new EncoderNetwork(sample.shape());
        EncoderCheckpoint start = former.map(EncoderCheckpoint::fromBytes).orElseGet(() -> begin(network, sample));
        if (!start.origin().equals(origin(sample))) {
            throw new IllegalArgumentException("what was trained so far is of " + start.origin() + ", this is of "
                    + origin(sample) + ": begin anew");
        }
        try (NDManager memory = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights = tensors(memory, network, start.numbers());
            weights.forEach(weight -> weight.setRequiresGradient(true));
            Adam adam = new Adam(memory, weights, WEIGHT_DECAY, start.moments());
            TwoViews views = new TwoViews(sample, settings);
            int step = start.moments().steps();
            while (step < settings.steps()) {
                cancellation.check();
                step++;
                SplittableRandom random = new SplittableRandom(seed + step * 0x9E3779B97F4A7C15L).split();
                Gradients.leave(memory, step, own -> loss(own, network, weights, views.draw(own, random)));
                adam.step(settings.rate(step));
                progress.report(step, settings.steps());
                if (step % checkpointEvery == 0 && step < settings.steps()) {
                    checkpoints.accept(
                            new EncoderCheckpoint(start.origin(), numbers(weights), adam.moments()).toBytes());
                }
            }
            return new SelfSupervisedEncoder(
                    network, numbers(weights).subList(0, network.tensors().size()));
        }
    }

    /** Whether the training of these pictures can go on from there. */
    public boolean isOwn(byte[] checkpoint, PictureSample sample) {
        try {
            return EncoderCheckpoint.fromBytes(checkpoint).origin().equals(origin(sample));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String origin(PictureSample sample) {
        return settings.text() + ", seed " + seed + ", " + sample.pictures().rows() + " pictures of " + sample.shape()
                + ", hash "
                + Integer.toHexString(Arrays.hashCode(sample.pictures().toArray()));
    }

    private EncoderCheckpoint begin(EncoderNetwork network, PictureSample sample) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> numbers = new ArrayList<>(network.initialise(random));
        for (Shape shape : projection()) {
            float[] values = new float[(int) shape.size()];
            double bound = shape.dimension() == 1 ? 0 : Math.sqrt(6.0 / shape.get(0));
            for (int i = 0; bound > 0 && i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            numbers.add(values);
        }
        return new EncoderCheckpoint(origin(sample), numbers, Adam.Moments.none(numbers));
    }

    private static List<Shape> projection() {
        return List.of(
                new Shape(EncoderNetwork.CODES, HIDDEN),
                new Shape(HIDDEN),
                new Shape(HIDDEN, PROJECTED),
                new Shape(PROJECTED));
    }

    private static NDList tensors(NDManager memory, EncoderNetwork network, List<float[]> numbers) {
        int own = network.tensors().size();
        if (numbers.size() != own + projection().size()) {
            throw new IllegalArgumentException("what was trained so far has " + numbers.size() + " tensors, not "
                    + (own + projection().size()) + ": begin anew");
        }
        NDList tensors = network.toTensors(memory, numbers.subList(0, own));
        for (int i = 0; i < projection().size(); i++) {
            tensors.add(memory.create(numbers.get(own + i), projection().get(i)));
        }
        return tensors;
    }

    private static List<float[]> numbers(NDList weights) {
        return weights.stream().map(NDArray::toFloatArray).toList();
    }

    private NDArray loss(NDManager memory, EncoderNetwork network, NDList weights, NDArray views) {
        NDArray codes = network.codes(weights, views);
        int own = network.tensors().size();
        NDArray hidden = Activation.relu(codes.matMul(weights.get(own)).add(weights.get(own + 1)));
        NDArray projected = hidden.matMul(weights.get(own + 2)).add(weights.get(own + 3));
        return new ContrastiveLoss(settings.temperature()).of(memory, projected);
    }
}
