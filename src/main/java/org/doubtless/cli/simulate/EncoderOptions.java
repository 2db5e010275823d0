package org.doubtless.cli.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.features.SelfSupervisedEncoder;
import org.doubtless.learning.training.Augmentation;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.learning.training.TrainEncoder;
import org.doubtless.learning.work.Cancellation;
import picocli.CommandLine.Option;

/** How an encoder is trained on the pool, and where its training is kept. */
final class EncoderOptions {
    private static final int CHECKPOINT_EVERY = 50;

    @Option(
            names = "--augmentations",
            split = ",",
            paramLabel = "NAME",
            description = "How two views of an image may differ, for --features self-supervised: crop, flip, rotation,"
                    + " contrast, colour, noise (default: crop,contrast,noise).")
    private List<String> augmentations;

    @Option(
            names = "--encoder-steps",
            paramLabel = "N",
            description = "Steps of the encoder's training (default: 1,000).")
    private Integer steps;

    @Option(
            names = "--encoder-file",
            paramLabel = "FILE",
            description = "Keeps the encoder's training there every 50 steps, and goes on from there.")
    private Path file;

    SelfSupervisedEncoder train(ImageSource pool, long seed, int parallelism, RunProgress progress) {
        EncoderSettings settings = settings();
        long begun = System.nanoTime();
        PictureSample sample = progress.during(
                "pictures", bar -> PictureSample.take(pool, seed, parallelism, Cancellation.never(), bar));
        Optional<byte[]> former = former();
        try {
            SelfSupervisedEncoder encoder =
                    progress.during("encoder", bar -> new TrainEncoder(settings, seed, CHECKPOINT_EVERY)
                            .train(sample, former, this::keep, Cancellation.never(), bar));
            progress.say("encoder: %,d steps, %.1f s".formatted(settings.steps(), (System.nanoTime() - begun) / 1e9));
            return encoder;
        } catch (IllegalArgumentException e) {
            throw new BadInput((file == null ? "The encoder" : file.toString()) + ": " + e.getMessage());
        }
    }

    private EncoderSettings settings() {
        try {
            EncoderSettings settings = EncoderSettings.defaults();
            settings = steps == null ? settings : settings.withSteps(steps);
            return augmentations == null
                    ? settings
                    : settings.withAugmentations(
                            augmentations.stream().map(Augmentation::named).toList());
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private Optional<byte[]> former() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Whole or not at all: whoever is killed meanwhile finds the former one. */
    private void keep(byte[] checkpoint) {
        if (file == null) {
            return;
        }
        try {
            Path beside = Path.of(file + ".part");
            Files.write(beside, checkpoint);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be written: " + e.getMessage());
        }
    }
}
