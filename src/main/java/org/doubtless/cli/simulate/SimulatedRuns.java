package org.doubtless.cli.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.features.BackboneFeatures;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.simulation.LabelsToTarget;
import org.doubtless.learning.simulation.Limits;
import org.doubtless.learning.simulation.Oracle;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.doubtless.learning.simulation.Simulation;
import org.doubtless.learning.work.Cancellation;

/** Prepares a pool, then runs the loop on it once for each seed. */
final class SimulatedRuns {
    // What is fitted to the pool is the same for all runs, so that their spread is that of the learning.
    private static final long POOL_SEED = 0;
    private static final double NEVER = 2;

    private final LearnerOptions learner;
    private final RunOptions options;
    private final RunProgress progress = new RunProgress();
    private final int processors = Runtime.getRuntime().availableProcessors();

    SimulatedRuns(LearnerOptions learner, RunOptions options) {
        this.learner = learner;
        this.options = options;
    }

    void run(Path pool, Path poolLabels, Path test, Path testLabels, Consumer<SimulatedTurn> heard) {
        LearnerSettings settings = learner.settings();
        try (LabelledZip images = LabelledZip.open(pool, poolLabels);
                LabelledZip testImages = LabelledZip.open(test, testLabels);
                BackboneFeatures backbone = learner.backbone()) {
            check(images, testImages);
            List<String> classes = List.copyOf(new TreeSet<>(images.labels()));
            say(images, testImages, classes);
            PreparedPool prepared = prepare(images, backbone, settings.isAuto());
            FeatureMatrix testFeatures = progress.during(
                    "test images", bar -> prepared.extract(testImages, processors, Cancellation.never(), bar));
            Simulation simulation = new Simulation(
                    prepared,
                    new Oracle(classes.size(), numbers(images.labels(), classes)),
                    testFeatures,
                    numbers(testImages.labels(), classes));
            simulate(simulation, settings, heard);
        }
    }

    private void check(LabelledZip images, LabelledZip testImages) {
        if (options.budget() > images.size()) {
            throw new BadInput("--budget %d is more than the pool's %d images. Give a smaller one."
                    .formatted(options.budget(), images.size()));
        }
        long first = options.startOfEach() == null
                ? 0
                : (long) options.startOfEach()
                        * images.labels().stream().distinct().count();
        if (first > options.budget()) {
            throw new BadInput("--start-of-each %d begins with %,d labels, which is more than --budget %d."
                    .formatted(options.startOfEach(), first, options.budget()));
        }
        TreeSet<String> unknown = new TreeSet<>(testImages.labels());
        unknown.removeAll(images.labels());
        if (!unknown.isEmpty()) {
            throw new BadInput("The test labels have classes that the pool has not: " + String.join(", ", unknown)
                    + ". Leave these images out of --test-labels.");
        }
        if (images.labels().stream().distinct().count() < 2) {
            throw new BadInput(
                    "All labels of the pool are '" + images.labels().get(0) + "', so there is nothing to tell apart.");
        }
    }

    private void say(LabelledZip images, LabelledZip testImages, List<String> classes) {
        progress.say("pool: %,d images of %d classes%s; test: %,d images%s"
                .formatted(images.size(), classes.size(), leftOut(images), testImages.size(), leftOut(testImages)));
    }

    private static String leftOut(LabelledZip images) {
        return images.leftOut() == 0 ? "" : " (%,d without a label left out)".formatted(images.leftOut());
    }

    private PreparedPool prepare(ImageSource images, BackboneFeatures backbone, boolean recipe) {
        FitLabelFreeFeatures fit = fit(images, backbone);
        long begun = System.nanoTime();
        PreparedPool plain = progress.during(
                "features",
                bar -> learner.seesPixels()
                        ? PreparedPool.pixels(images, processors, Cancellation.never(), bar)
                        : PreparedPool.labelFree(images, fit, Cancellation.never(), bar));
        progress.say("features: %d numbers an image, %.1f s"
                .formatted(plain.features().columns(), (System.nanoTime() - begun) / 1e9));
        if (!recipe) {
            return plain;
        }
        long graph = System.nanoTime();
        PreparedPool joined = progress.during("graph", bar -> plain.withRecipe(POOL_SEED, Cancellation.never(), bar));
        progress.say("graph: %.1f s".formatted((System.nanoTime() - graph) / 1e9));
        return joined;
    }

    private FitLabelFreeFeatures fit(ImageSource images, BackboneFeatures backbone) {
        if (learner.trainsEncoder()) {
            return new FitLabelFreeFeatures(
                    POOL_SEED, processors, learner.encoder().train(images, POOL_SEED, processors, progress));
        }
        return backbone == null
                ? new FitLabelFreeFeatures(POOL_SEED, processors)
                : new FitLabelFreeFeatures(POOL_SEED, processors, backbone);
    }

    private static int[] numbers(List<String> labels, List<String> classes) {
        return labels.stream().mapToInt(classes::indexOf).toArray();
    }

    private void simulate(Simulation simulation, LearnerSettings settings, Consumer<SimulatedTurn> heard) {
        progress.header();
        List<SimulatedTurn> points = new ArrayList<>();
        for (long seed = options.firstSeed(); seed < options.firstSeed() + options.seeds(); seed++) {
            LearnerSettings seeded = settings.withSeed(seed);
            progress.during("seed " + seed, bar -> {
                Limits limits = new Limits(
                        options.budget(), options.untilTarget() ? options.target() : NEVER, Cancellation.never(), bar);
                simulation.run(seeded, options.opening(), options.schedule(settings.isAuto()), limits, point -> {
                    points.add(point);
                    progress.point(point);
                    heard.accept(point);
                });
                return null;
            });
        }
        progress.say(
                LabelsToTarget.of(options.target(), options.budget(), points).text());
    }
}
