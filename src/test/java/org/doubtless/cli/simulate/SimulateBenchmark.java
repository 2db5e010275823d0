package org.doubtless.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.doubtless.learning.simulation.LabelRatio;
import org.doubtless.learning.simulation.LabelsToTarget;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The learning curves of docs/benchmarks.md, by the command {@code simulate}; one test a figure. Curves are left in
 * target/benchmarks. Another number of seeds: {@code -Dseeds=3}.
 */
@Tag("benchmark")
class SimulateBenchmark {
    private static final Path DATA = Path.of(System.getProperty("doubtless.data", "../shared/data"));
    private static final Path OUT = Path.of("target", "benchmarks");
    private static final String SEEDS = System.getProperty("seeds", "5");

    @Test
    void digits() throws IOException {
        Pool pool = new Pool("mnist", DATA.resolve("mnist/pool-labels.csv"));
        compare(pool, "digits", 100, SimulatedTurn::accuracy);
    }

    @Test
    void photos() throws IOException {
        Pool pool = new Pool("cifar10", DATA.resolve("cifar10/pool-labels.csv"));
        compare(pool, "photos", 400, SimulatedTurn::accuracy);
    }

    @Test
    void oneClassAtSeventyPercent() throws IOException {
        Pool pool = new Pool("mnist", some("ones", label -> label.equals("1") ? 6_720 : 320));
        compare(pool, "ones", 200, SimulatedTurn::balancedAccuracy);
    }

    @Test
    void oneClassAtHalfAPercent() throws IOException {
        Pool pool = new Pool("mnist", some("sevens", label -> label.equals("7") ? 100 : 2_211));
        compare(pool, "sevens", 200, SimulatedTurn::balancedAccuracy);
    }

    /** Kirsch, van Amersfoort & Gal 2019: pixels, their network, two labels of each class at the start. */
    @Test
    void classical() throws IOException {
        Pool pool = new Pool("mnist", DATA.resolve("mnist/pool-labels.csv"));
        for (String acquisition : List.of("random", "bald", "batch-bald")) {
            boolean farther = acquisition.equals("batch-bald");
            List<SimulatedTurn> curve = simulate(
                    pool,
                    "classical-" + acquisition,
                    List.of(
                            "--features=pixels",
                            "--posterior=mc-dropout",
                            "--network=kirsch",
                            "--no-shifts",
                            "--steps=1500",
                            "--epochs=400",
                            "--learning-rate=0.0015",
                            "--samples=50",
                            "--acquisition=" + acquisition,
                            "--start-of-each=2",
                            "--batch=10",
                            "--budget=400",
                            "--target=" + (farther ? 0.95 : 0.9),
                            "--until-target",
                            "--candidates=1000"));
            print(acquisition, curve, SimulatedTurn::accuracy);
            System.out.println("BENCHMARK " + acquisition + ", "
                    + LabelsToTarget.of(0.9, 400, curve).text());
        }
    }

    /** A pool by the name of its folder, and the labels to use of it. */
    private record Pool(String folder, Path labels) {}

    private static void compare(Pool pool, String name, int budget, ToDoubleFunction<SimulatedTurn> measure)
            throws IOException {
        List<List<SimulatedTurn>> curves = new ArrayList<>();
        for (String acquisition : List.of("auto", "random")) {
            List<SimulatedTurn> curve = simulate(
                    pool, name + "-" + acquisition, List.of("--acquisition=" + acquisition, "--budget=" + budget));
            print(name + ", " + acquisition, curve, measure);
            curves.add(curve);
        }
        int labels = Math.min(budget, 200);
        System.out.println("BENCHMARK " + name + ", as good as random after " + labels + " labels, "
                + LabelRatio.asGoodAs(labels, curves.get(0), curves.get(1), measure, 1)
                        .text());
    }

    private static List<SimulatedTurn> simulate(Pool pool, String name, List<String> options) throws IOException {
        Path folder = DATA.resolve(pool.folder());
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () -> folder + " is absent: set -Ddoubtless.data to the folder of shared data");
        Files.createDirectories(OUT);
        Path out = OUT.resolve(name + ".csv");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--pool", folder.resolve("pool.zip").toString()));
        arguments.addAll(List.of("--labels", pool.labels().toString()));
        arguments.addAll(List.of("--test", folder.resolve("test.zip").toString()));
        arguments.addAll(
                List.of("--test-labels", folder.resolve("test-labels.csv").toString()));
        arguments.addAll(List.of("--seeds", SEEDS, "--out", out.toString()));
        int status = new CommandLine(new SimulateCommand()).execute(arguments.toArray(String[]::new));
        assertThat(status).isZero();
        return CurveFile.read(out);
    }

    /** So many labels of each class, drawn by chance. */
    private static Path some(String name, ToIntFunction<String> wanted) throws IOException {
        Map<String, String> all = LabelsFile.read(DATA.resolve("mnist/pool-labels.csv"));
        Map<String, List<String>> byLabel =
                new TreeMap<>(all.keySet().stream().collect(Collectors.groupingBy(all::get)));
        Random random = new Random(1);
        Set<String> kept = new HashSet<>();
        byLabel.forEach((label, files) -> {
            List<String> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, random);
            kept.addAll(shuffled.subList(0, Math.min(shuffled.size(), wanted.applyAsInt(label))));
        });
        List<String> lines = new ArrayList<>(List.of("filename,label"));
        all.forEach((file, label) -> {
            if (kept.contains(file)) {
                lines.add(file + "," + label);
            }
        });
        Files.createDirectories(OUT);
        return Files.write(OUT.resolve(name + "-labels.csv"), lines);
    }

    private static void print(String name, List<SimulatedTurn> curve, ToDoubleFunction<SimulatedTurn> measure) {
        Map<Integer, List<Double>> byLabels = new TreeMap<>();
        Map<Long, Integer> allClasses = new HashMap<>();
        int classes = curve.stream().mapToInt(SimulatedTurn::classesSeen).max().orElseThrow();
        for (SimulatedTurn point : curve) {
            byLabels.computeIfAbsent(point.labels(), labels -> new ArrayList<>())
                    .add(100 * measure.applyAsDouble(point));
            if (point.classesSeen() == classes) {
                allClasses.putIfAbsent(point.seed(), point.labels());
            }
        }
        byLabels.forEach((labels, values) -> {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            double error = Math.sqrt(squares / Math.max(1, values.size() - 1) / values.size());
            System.out.printf(
                    "BENCHMARK %s, %d labels: %.2f %% +- %.2f, worst %.2f%n",
                    name, labels, mean, error, Collections.min(values));
        });
        System.out.println("BENCHMARK " + name + ", labels until all " + classes + " classes were seen: "
                + allClasses.values().stream().sorted().toList());
    }
}
