package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.features.SelfSupervisedEncoder;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class TrainEncoderTest {
    private static final int SEED = 5;

    private final ImageSource pool = DrawnShapes.source(40, 1);
    private final PictureSample sample = PictureSample.take(pool, 1, 2, Cancellation.never(), Progress.none());
    private final EncoderSettings settings = new EncoderSettings(12, 8, 1e-3, 0.2, Augmentation.safe());

    @Test
    void goesOnWhereItWasStoppedAndEndsWithTheSameBits() {
        SelfSupervisedEncoder whole = train(settings, Optional.empty(), new ArrayList<>(), Cancellation.never());

        List<byte[]> kept = new ArrayList<>();
        assertThatThrownBy(() -> train(settings, Optional.empty(), kept, () -> kept.size() == 2))
                .isInstanceOf(CancelledLearning.class);
        SelfSupervisedEncoder resumed =
                train(settings, Optional.of(kept.get(1)), new ArrayList<>(), Cancellation.never());

        BufferedImage image = pool.read(3);
        assertThat(resumed.extract(image)).isEqualTo(whole.extract(image));
        EncoderSettings fewer = settings.withSteps(4);
        assertThat(train(fewer, Optional.empty(), kept, Cancellation.never()).extract(image))
                .isNotEqualTo(whole.extract(image));
    }

    @Test
    void refusesToGoOnFromAnotherTraining() {
        List<byte[]> kept = new ArrayList<>();
        train(settings, Optional.empty(), kept, Cancellation.never());

        EncoderSettings flipped = settings.withAugmentations(Set.of(Augmentation.FLIP));
        assertThatThrownBy(() -> train(flipped, Optional.of(kept.get(0)), kept, Cancellation.never()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crop+contrast+noise")
                .hasMessageContaining("flip")
                .hasMessageContaining("begin anew");
        byte[] cut = java.util.Arrays.copyOf(kept.get(0), kept.get(0).length - 1);
        assertThatThrownBy(() -> train(settings, Optional.of(cut), kept, Cancellation.never()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no encoder in training");
    }

    /** After some steps the views of a picture find each other among others more often than before. */
    @Test
    void learnsToTellPicturesApart() {
        EncoderSettings longer = new EncoderSettings(60, 16, 2e-3, 0.2, Augmentation.safe());
        SelfSupervisedEncoder untrained =
                train(longer.withSteps(1), Optional.empty(), new ArrayList<>(), Cancellation.never());
        SelfSupervisedEncoder trained = train(longer, Optional.empty(), new ArrayList<>(), Cancellation.never());

        assertThat(lossOf(trained)).isLessThan(lossOf(untrained) - 0.1);
    }

    private double lossOf(SelfSupervisedEncoder encoder) {
        int count = sample.pictures().rows();
        float[] codes = new float[2 * count * encoder.columns()];
        for (int i = 0; i < 2 * count; i++) {
            BufferedImage image = pool.read(i % count);
            BufferedImage view =
                    i < count ? image : image.getSubimage(1, 1, image.getWidth() - 2, image.getHeight() - 2);
            System.arraycopy(encoder.extract(view), 0, codes, i * encoder.columns(), encoder.columns());
        }
        try (NDManager memory = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray centred = memory.create(codes, new Shape(2L * count, encoder.columns()));
            centred = centred.sub(centred.mean(new int[] {0}, true));
            return new ContrastiveLoss(0.2).of(memory, centred).getFloat();
        }
    }

    @Test
    void becomesAPartOfTheFeaturesAndComesBackFromTheirBytes() {
        SelfSupervisedEncoder encoder = train(settings, Optional.empty(), new ArrayList<>(), Cancellation.never());
        LabelFreeFeatures fitted =
                new FitLabelFreeFeatures(SEED, 2, encoder).fit(pool, Cancellation.never(), Progress.none());

        assertThat(fitted.parts().get(0).name()).isEqualTo("self-supervised");
        BufferedImage image = pool.read(7);
        assertThat(LabelFreeFeatures.fromBytes(fitted.toBytes()).extract(image)).isEqualTo(fitted.extract(image));
    }

    /** Against the formula in loops. */
    @Test
    void itsLossIsTheOneOfThePaper() {
        int views = 6;
        int width = 3;
        SplittableRandom random = new SplittableRandom(2);
        float[] projections = new float[views * width];
        for (int i = 0; i < projections.length; i++) {
            projections[i] = (float) random.nextGaussian();
        }
        double temperature = 0.4;
        double expected = 0;
        for (int i = 0; i < views; i++) {
            double sum = 0;
            for (int k = 0; k < views; k++) {
                sum += k == i ? 0 : Math.exp(cosine(projections, width, i, k) / temperature);
            }
            int other = (i + views / 2) % views;
            expected -= Math.log(Math.exp(cosine(projections, width, i, other) / temperature) / sum) / views;
        }
        try (NDManager memory = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray loss =
                    new ContrastiveLoss(temperature).of(memory, memory.create(projections, new Shape(views, width)));
            assertThat((double) loss.getFloat()).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    /** Against finite differences, number by number. */
    @Test
    void itsLossHasItsGradient() {
        SplittableRandom random = new SplittableRandom(3);
        float[] projections = new float[8 * 3];
        for (int i = 0; i < projections.length; i++) {
            projections[i] = (float) random.nextGaussian();
        }
        ContrastiveLoss loss = new ContrastiveLoss(0.4);
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray rows = manager.create(projections, new Shape(8, 3));
            rows.setRequiresGradient(true);
            Gradients.leave(manager, 1, memory -> loss.of(memory, rows));
            float[] gradient = rows.getGradient().toFloatArray();
            for (int i = 0; i < projections.length; i++) {
                double slope =
                        (value(manager, loss, projections, i, 1e-2f) - value(manager, loss, projections, i, -1e-2f))
                                / 2e-2;
                assertThat((double) gradient[i]).isCloseTo(slope, org.assertj.core.data.Offset.offset(2e-3));
            }
            assertThat(gradient).isNotEqualTo(new float[gradient.length]);
        }
    }

    private static double value(NDManager manager, ContrastiveLoss loss, float[] projections, int at, float step) {
        float[] moved = projections.clone();
        moved[at] += step;
        return loss.of(manager, manager.create(moved, new Shape(8, 3))).getFloat();
    }

    private static double cosine(float[] rows, int width, int a, int b) {
        double product = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int d = 0; d < width; d++) {
            product += rows[a * width + d] * rows[b * width + d];
            lengthA += rows[a * width + d] * rows[a * width + d];
            lengthB += rows[b * width + d] * rows[b * width + d];
        }
        return product / Math.sqrt(lengthA * lengthB);
    }

    private SelfSupervisedEncoder train(
            EncoderSettings how, Optional<byte[]> former, List<byte[]> kept, Cancellation cancellation) {
        return new TrainEncoder(how, SEED, 4).train(sample, former, kept::add, cancellation, Progress.none());
    }
}
