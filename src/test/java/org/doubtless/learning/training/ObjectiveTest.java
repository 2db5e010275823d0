package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of each loss against finite differences, along a random direction of each tensor. */
class ObjectiveTest {

    private static final FeatureShape SHAPE = new FeatureShape(1, 9, 8);
    private static final int CLASSES = 4;
    private static final float STEP = 2e-3f;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void hasTheGradientOfTheDropoutLoss(Architecture architecture) {
        try (NDManager manager = Torch.newManager()) {
            // Each block of 5x5 filters takes away more than half of a picture.
            FeatureShape shape = architecture == Architecture.KIRSCH ? new FeatureShape(1, 17, 16) : SHAPE;
            Network network = new Network(architecture, shape, CLASSES);
            NDList weights = initial(network, 1).toTensors(manager);
            check(
                    manager,
                    () -> new DropoutLoss(network, weights, Likelihood.CATEGORICAL, List.of(new SplittableRandom(5))),
                    1,
                    shape);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "HEAD")
    void hasTheGradientOfStackedDropoutLosses(Architecture architecture) {
        try (NDManager manager = Torch.newManager()) {
            Network network = new Network(architecture, SHAPE, CLASSES);
            NDList weights = Weights.stack(manager, List.of(initial(network, 1), initial(network, 2)));
            check(
                    manager,
                    () -> new DropoutLoss(
                            network,
                            weights,
                            Likelihood.CATEGORICAL,
                            List.of(new SplittableRandom(5), new SplittableRandom(6))),
                    2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GAL", "HEAD"})
    void hasTheGradientOfTheEvidenceBound(Architecture architecture) {
        try (NDManager manager = Torch.newManager()) {
            Network network = new Network(architecture, SHAPE, CLASSES);
            NDList weights = initial(network, 1).toTensors(manager);
            GaussianNetwork gaussians = GaussianNetwork.around(manager, network, weights);
            check(manager, () -> new Evidence(gaussians, Likelihood.CATEGORICAL, 40_000, new SplittableRandom(5)), 1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GAL", "HEAD"})
    void hasTheGradientOfThePotential(Architecture architecture) {
        try (NDManager manager = Torch.newManager()) {
            Network network = new Network(architecture, SHAPE, CLASSES);
            NDList weights = initial(network, 1).toTensors(manager);
            check(manager, () -> new Potential(network, weights, Likelihood.CATEGORICAL, 50), 1);
        }
    }

    /** However many there are in a batch: a batch stands for all labels, the prior is one for all of them. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 1_000})
    void countsThePriorOnceForAllLabels(double labels) {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            Network network = new Network(Architecture.HEAD, SHAPE, CLASSES);
            Weights initial = initial(network, 1);
            NDList weights = initial.toTensors(manager);
            Batches.Batch batch = batch(manager, 1, SHAPE);
            double squares = 0;
            double divergence = 0;
            for (int i = Network.FIRST_TRAINED; i < weights.size(); i++) {
                double prior =
                        i % 2 == 0 ? Math.sqrt(2.0 / weights.get(i).getShape().get(0)) : 1;
                for (float weight : weights.get(i).toFloatArray()) {
                    double share = weight / prior;
                    squares += share * share / 2;
                    // Gaussians that are a twentieth as wide as the prior.
                    divergence += Math.log(20) + (0.05 * 0.05 + share * share - 1) / 2;
                }
            }
            GaussianNetwork gaussians = GaussianNetwork.around(manager, network, weights);
            double evidence = evidence(gaussians, labels).loss(manager, batch).getFloat()
                    - evidence(gaussians, 1e12).loss(manager, batch).getFloat();
            double potential = new Potential(network, weights, Likelihood.CATEGORICAL, labels)
                            .loss(manager, batch)
                            .getFloat()
                    - new Potential(network, weights, Likelihood.CATEGORICAL, 1e12)
                            .loss(manager, batch)
                            .getFloat();
            assertThat(evidence).isCloseTo(divergence / labels, within(1e-3 * divergence / labels));
            assertThat(potential).isCloseTo(squares / labels, within(1e-3 * squares / labels));
        }
    }

    private static Evidence evidence(GaussianNetwork gaussians, double labels) {
        return new Evidence(gaussians, Likelihood.CATEGORICAL, labels, new SplittableRandom(5));
    }

    private interface Fresh {
        /** The objective with its random numbers begun anew. */
        Objective objective();
    }

    private static void check(NDManager manager, Fresh fresh, int networks) {
        check(manager, fresh, networks, SHAPE);
    }

    private static void check(NDManager manager, Fresh fresh, int networks, FeatureShape shape) {
        Batches.Batch batch = batch(manager, networks, shape);
        List<NDArray> parameters = fresh.objective().parameters();
        try (NDScope scope = new NDScope();
                NDManager memory = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            scope.suppressNotUsedWarning();
            NDArray loss = fresh.objective().loss(memory, batch);
            JniUtils.backward((PtNDArray) loss, (PtNDArray) memory.ones(loss.getShape()), false, false);
        }
        try (GradientMode off = GradientMode.off()) {
            for (int i = 0; i < parameters.size(); i++) {
                NDArray parameter = parameters.get(i);
                float[] gradient = parameter.getGradient().toFloatArray();
                float[] direction = direction(gradient, i);
                double slope = 0;
                for (int d = 0; d < gradient.length; d++) {
                    slope += (double) gradient[d] * direction[d];
                }
                NDArray move = manager.create(direction, parameter.getShape()).mul(STEP);
                parameter.addi(move);
                double above = fresh.objective().loss(manager, batch).getFloat();
                parameter.subi(move.mul(2));
                double below = fresh.objective().loss(manager, batch).getFloat();
                parameter.addi(move);
                assertThat((above - below) / (2 * STEP))
                        .as("tensor %d of shape %s", i, parameter.getShape())
                        .isCloseTo(slope, within(2e-3 + 0.02 * Math.abs(slope)));
            }
        }
    }

    /** Of length 1, half along the gradient, which shows most, half anywhere. */
    private static float[] direction(float[] gradient, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] any = random.doubles(gradient.length, -1, 1).toArray();
        float[] direction = new float[gradient.length];
        double anyLength = length(any);
        double[] slopes = new double[gradient.length];
        for (int d = 0; d < slopes.length; d++) {
            slopes[d] = gradient[d];
        }
        double slopeLength = Math.max(1e-12, length(slopes));
        for (int d = 0; d < direction.length; d++) {
            direction[d] = (float) ((any[d] / anyLength + slopes[d] / slopeLength) / 2);
        }
        return direction;
    }

    private static double length(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static Batches.Batch batch(NDManager manager, int networks, FeatureShape shape) {
        SplittableRandom random = new SplittableRandom(9);
        int images = 6;
        float[] values = new float[networks * images * shape.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        float[] targets = new float[networks * images * CLASSES];
        for (int n = 0; n < networks * images; n++) {
            targets[n * CLASSES + n % CLASSES] = 0.7f;
            targets[n * CLASSES + (n + 1) % CLASSES] = 0.9f;
        }
        Shape leading = networks == 1 ? new Shape(images) : new Shape(networks, images);
        return new Batches.Batch(
                manager.create(values, leading.add(shape.columns())), manager.create(targets, leading.add(CLASSES)));
    }

    private static Weights initial(Network network, long seed) {
        return network.initialise(new float[] {0.5f}, new float[] {3}, new SplittableRandom(seed));
    }
}
