package org.doubtless.cli.simulate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doubtless.learning.simulation.SimulatedTurn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        sortOptions = false,
        description = {
            "Labels a pool whose labels are known as experts would, image by image in the order in which the learner"
                    + " asks, and prints what the model is worth after each batch. Needs no database.",
            "With curves of earlier runs as parameters, --plot draws them all and --reach compares two; without --pool"
                    + " nothing is run."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--pool", paramLabel = "ZIP", description = "The images to learn from.")
    private Path pool;

    @Option(
            names = "--labels",
            paramLabel = "CSV",
            description = "Their labels, 'filename,label'; images that it does not name are left out.")
    private Path labels;

    @Option(names = "--test", paramLabel = "ZIP", description = "The images to measure by.")
    private Path test;

    @Option(names = "--test-labels", paramLabel = "CSV", description = "Their labels.")
    private Path testLabels;

    @Mixin
    private LearnerOptions learner;

    @Option(
            names = "--start",
            description = "Labels before the first model (default: 20; with auto posterior or acquisition: 10).")
    private Integer start;

    @Option(
            names = "--start-of-each",
            paramLabel = "N",
            description = "Begins with N labels of each class, drawn by chance, as papers do; instead of --start.")
    private Integer startOfEach;

    @Option(
            names = "--batch",
            description = "Labels at a time (default: 10; with auto posterior or acquisition 5 at first, then more).")
    private Integer batch;

    @Option(names = "--budget", defaultValue = "300", description = "Labels in all (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--target",
            defaultValue = "0.95",
            description = "The accuracy to reach, told in the last line (default: ${DEFAULT-VALUE}).")
    private double target;

    @Option(names = "--until-target", description = "Ends each run once it has reached the target.")
    private boolean untilTarget;

    @Option(names = "--seeds", defaultValue = "3", description = "Runs, seeded 1, 2, … (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            defaultValue = "1",
            description = "The seed of the first run, to spread runs over machines (default: ${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(names = "--out", paramLabel = "CSV", description = "Writes the curve, a line a batch.")
    private Path out;

    @Option(names = "--plot", paramLabel = "FILE.png|FILE.svg", description = "Draws this curve and those named.")
    private Path plot;

    @Mixin
    private ReachOptions reach;

    @Parameters(arity = "0..*", paramLabel = "CURVE.csv", description = "Curves of earlier runs beside it.")
    private List<Path> earlier = List.of();

    @Override
    public Integer call() {
        try {
            check();
            Map<String, List<SimulatedTurn>> curves = new LinkedHashMap<>();
            for (Path file : earlier) {
                // Two files of one name in two folders are two curves.
                curves.put(curves.containsKey(nameOf(file)) ? file.toString() : nameOf(file), CurveFile.read(file));
            }
            if (pool != null) {
                curves.put(out == null ? "this run" : nameOf(out), simulate());
            }
            if (plot != null) {
                CurvePlot.draw(curves, plot);
                System.out.println("drawn: " + plot);
            }
            if (reach.areGiven()) {
                System.out.println(reach.compare(curves));
            }
            return 0;
        } catch (BadInput e) {
            spec.commandLine().getErr().println("simulate: " + e.getMessage());
            return 1;
        }
    }

    private void check() {
        require(
                pool == null || (labels != null && test != null && testLabels != null),
                "--pool needs --labels, --test" + " and --test-labels too.");
        boolean compares = plot != null || reach.areGiven();
        require(pool != null || compares, "Give --pool to simulate, or --plot or --reach with curves.");
        require(pool != null || !earlier.isEmpty(), "Give the curves, or --pool to simulate one.");
        require(earlier.isEmpty() || compares, "Curves were given, but neither --plot nor --reach.");
        require(reach.fault() == null, reach.fault());
        require(budget >= 1 && seeds >= 1, "--budget and --seeds must be at least 1.");
        require(
                (start == null || start >= 1) && (batch == null || batch >= 1),
                "--start and --batch must be at least 1.");
        require(startOfEach == null || startOfEach >= 1, "--start-of-each must be at least 1.");
        require(startOfEach == null || start == null, "Give --start or --start-of-each, not both.");
        require(target > 0 && target <= 1, "--target is a share: give a number above 0, at most 1.");
        for (Path file : new Path[] {pool, labels, test, testLabels}) {
            require(file == null || Files.isReadable(file), file + " does not exist or cannot be read.");
        }
        for (Path file : new Path[] {out, plot}) {
            Path folder = file == null ? null : file.toAbsolutePath().getParent();
            require(folder == null || Files.isDirectory(folder), folder + " is no folder; make it first.");
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private List<SimulatedTurn> simulate() {
        List<SimulatedTurn> points = new ArrayList<>();
        RunOptions options = new RunOptions(start, startOfEach, batch, budget, target, untilTarget, firstSeed, seeds);
        try (CurveFile file = out == null ? null : CurveFile.create(out)) {
            new SimulatedRuns(learner, options).run(pool, labels, test, testLabels, point -> {
                points.add(point);
                if (file != null) {
                    file.add(point);
                }
            });
        }
        return points;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }
}
