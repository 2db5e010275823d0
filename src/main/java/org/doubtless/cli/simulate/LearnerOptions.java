package org.doubtless.cli.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.acquisition.AcquisitionChoice;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.features.BackboneFeatures;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainingSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to learn and what to ask. */
final class LearnerOptions {
    private static final String AUTO = "auto";
    private static final String PIXELS = "pixels";
    private static final String SELF_SUPERVISED = "self-supervised";
    private static final String ZOO = "djl://";

    @Option(
            names = "--features",
            defaultValue = AUTO,
            paramLabel = "auto|pixels|self-supervised|FILE|djl://…",
            description =
                    "What the model sees (default: ${DEFAULT-VALUE}, gradients and learned patches); a FILE.onnx or"
                            + " FILE.pt, or an address in DJL's model zoo, is a pretrained network whose output is one"
                            + " part more, self-supervised an encoder that is first trained on the pool.")
    private String features;

    @Mixin
    private EncoderOptions encoder;

    @Option(
            names = "--posterior",
            defaultValue = AUTO,
            description = "The distribution over models: auto, mc-dropout, ensemble, ensemble-dropout, variational or"
                    + " sgld (default: ${DEFAULT-VALUE}).")
    private String posterior;

    @Option(
            names = "--acquisition",
            defaultValue = AUTO,
            description =
                    "What to ask about first: auto, random, entropy, bald, variation-ratio, margin, least-confidence, mean-std,"
                            + " batch-bald, power-bald, epig, core-set, typiclust, badge (default: ${DEFAULT-VALUE}).")
    private String acquisition;

    @Option(
            names = "--network",
            description =
                    "The network for pixels: small, gal, kirsch or block-dropout (default: gal); for other features: head.")
    private String network;

    @Option(names = "--samples", defaultValue = "20", description = "Models drawn (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--candidates",
            description = "Looks at so many images drawn by chance instead of at all, when networks choose.")
    private Integer candidates;

    @Option(
            names = "--no-shifts",
            description = "Trains networks on pictures as they are, not moved a little ever anew, as papers do.")
    private boolean noShifts;

    @Option(
            names = "--steps",
            description = "Training steps of a network (default: 300 to 1,500, by the number of labels).")
    private Integer steps;

    @Option(
            names = "--epochs",
            description = "How often a network sees each label (default: 80); with --steps as the fewest steps.")
    private Integer epochs;

    @Option(names = "--learning-rate", description = "The highest of a network's training (default: 0.002).")
    private Double learningRate;

    boolean seesPixels() {
        return features.equals(PIXELS);
    }

    /** Whether an encoder is to be trained on the pool before anything else. */
    boolean trainsEncoder() {
        return features.equals(SELF_SUPERVISED);
    }

    EncoderOptions encoder() {
        return encoder;
    }

    /** The pretrained network, where a file of one was given; else null. */
    BackboneFeatures backbone() {
        if (features.equals(AUTO) || features.equals(PIXELS) || trainsEncoder()) {
            return null;
        }
        if (features.startsWith(ZOO)) {
            try {
                return BackboneFeatures.fromModelZoo(features);
            } catch (IOException e) {
                throw new BadInput("--features " + e.getMessage());
            }
        }
        Path file = Path.of(features);
        if (!Files.isReadable(file)) {
            throw new BadInput(
                    "--features " + features + " is neither 'auto', 'pixels' nor 'self-supervised', no address in the"
                            + " model zoo, and no file that can be read.");
        }
        try {
            return BackboneFeatures.open(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(file + " cannot be used as a pretrained network: " + e.getMessage());
        }
    }

    LearnerSettings settings() {
        try {
            return new LearnerSettings(1, samples, choice(), function(), training(), lookedAt());
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private TrainingSettings training() {
        TrainingSettings training = TrainingSettings.defaults();
        training = steps == null ? training : training.withSteps(steps);
        training = epochs == null ? training : training.withEpochs(epochs);
        training = learningRate == null ? training : training.withLearningRate(learningRate);
        return noShifts ? training.withoutShifts() : training;
    }

    private int lookedAt() {
        return candidates == null ? LearnerSettings.ALL : candidates;
    }

    private Optional<ModelChoice> choice() {
        if (posterior.equals(AUTO)) {
            if (network != null) {
                throw new BadInput("--network goes with a posterior of networks, not with --posterior auto.");
            }
            return Optional.empty();
        }
        Architecture architecture =
                network == null ? seesPixels() ? Architecture.GAL : Architecture.HEAD : Architecture.named(network);
        if (!seesPixels() && architecture != Architecture.HEAD) {
            throw new BadInput(
                    "--network " + network + " sees pixels; give --features pixels with it, or --network head.");
        }
        return Optional.of(ModelChoice.of(architecture, PosteriorKind.named(posterior)));
    }

    private Optional<AcquisitionFunction> function() {
        return acquisition.equals(AUTO) ? Optional.empty() : Optional.of(AcquisitionChoice.named(acquisition));
    }
}
