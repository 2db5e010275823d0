package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.DropoutMask;
import org.doubtless.learning.posterior.Dropping;
import org.doubtless.learning.posterior.GradientMode;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Torch;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;

/**
 * Fits a {@link Network} to labels.
 *
 * <p>Minimises the cross-entropy, each label times the weight of its class, under dropout, with
 * Adam. With 500 labels and more a tenth of them is held out: the weights with the least loss on it
 * are kept, and training ends when they have not bettered for long.
 */
public final class Trainer {

    private static final double WEIGHT_DECAY = 1e-4;
    // A run-up, so that the first steps, whose Adam moments are guesses, do no harm.
    private static final int WARM_UP_STEPS = 20;

    private final TrainingSettings settings;
    private final FeatureShape shape;
    private final long seed;

    /**
     * @param shape what a row of the labelled features shows
     * @param seed of the first weights, the order, the shifts and the dropout
     */
    public Trainer(TrainingSettings settings, FeatureShape shape, long seed) {
        this.settings = requireNonNull(settings, "settings is null");
        this.shape = requireNonNull(shape, "shape is null");
        this.seed = seed;
    }

    /**
     * Trains from scratch, on this thread.
     *
     * @throws CancelledLearning between two steps, once {@code cancellation} asks for it
     * @throws DivergedTraining where a loss or a weight is not finite
     * @throws IllegalArgumentException where the features are not of the trainer's shape
     */
    public TrainedModel train(TrainingSet labelled, Cancellation cancellation, Progress progress) {
        requireNonNull(labelled, "labelled is null");
        if (labelled.features().columns() != shape.columns()) {
            throw new IllegalArgumentException("rows of " + labelled.features().columns()
                    + " features are not of the shape " + shape + ", which has " + shape.columns());
        }
        Network network = new Network(Architecture.SMALL, shape, labelled.classes());
        SplittableRandom random = new SplittableRandom(seed);
        HoldOut split = HoldOut.of(labelled, random.split());
        InputScale scale = InputScale.of(labelled.features(), shape);
        Weights initial = network.initialise(scale.mean(), scale.factor(), random.split());
        Batches batches = new Batches(labelled, shape, split.training(), settings.batch(), random.split());
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDList weights = initial.toTensors(manager);
            EarlyStopping stopping = new EarlyStopping(network, labelled, split.held());
            Fit fit = new Fit(network, weights, new Adam(manager, trained(weights), WEIGHT_DECAY), random.split());
            int total = settings.steps(split.training().length);
            int step = 0;
            while (step < total && !stopping.isDue()) {
                cancellation.check();
                step++;
                fit.step(manager, batches, step, rate(step, total));
                stopping.look(step, total, weights);
                progress.report(step, total);
            }
            Weights best = stopping.best(weights);
            if (!best.areFinite()) {
                throw new DivergedTraining(step, "a weight is not finite");
            }
            progress.report(total, total);
            return new TrainedModel(shape, seed, labelled.labelsPerClass(), step, best);
        }
    }

    private static NDList trained(NDList weights) {
        NDList trained = weights.subNDList(Network.FIRST_TRAINED);
        trained.forEach(weight -> weight.setRequiresGradient(true));
        return trained;
    }

    private double rate(int step, int total) {
        double warm = Math.min(1, (double) step / WARM_UP_STEPS);
        return settings.learningRate() * warm * (1 + Math.cos(Math.PI * (step - 1) / total)) / 2;
    }

    /** The network in the making. */
    private record Fit(Network network, NDList weights, Adam adam, SplittableRandom random) {

        void step(NDManager manager, Batches batches, int step, double rate) {
            try (NDManager memory = manager.newSubManager()) {
                Batches.Batch batch = batches.next(memory);
                try (GradientMode on = GradientMode.on()) {
                    NDArray loss = loss(memory, batch, batches.size());
                    float value = loss.getFloat();
                    if (!Float.isFinite(value)) {
                        throw new DivergedTraining(step, "the loss is " + value);
                    }
                    NDArray one = memory.ones(loss.getShape());
                    JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
                }
                adam.step(rate);
            }
        }

        private NDArray loss(NDManager memory, Batches.Batch batch, int size) {
            NDArray logits_BC = network.logits(weights, batch.images(), (x, rate) -> x.mul(mask(memory, x, rate)));
            return logits_BC.logSoftmax(-1).mul(batch.targets()).sum().div(-size);
        }

        private NDArray mask(NDManager memory, NDArray x, double rate) {
            Shape shape = Dropping.maskShape(x);
            return memory.create(DropoutMask.draw((int) shape.size(), rate, random), shape);
        }
    }
}
