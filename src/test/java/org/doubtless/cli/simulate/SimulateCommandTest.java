package org.doubtless.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as it is typed. */
class SimulateCommandTest {
    private static final int IMAGES = 90;
    private static final List<String> CLASSES = List.of("ring", "box", "stroke");

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void a_run_is_the_same_whether_others_came_before_it() throws IOException {
        shapes();
        List<SimulatedTurn> both = curve("--seeds=2");
        List<SimulatedTurn> second = curve("--first-seed=2", "--seeds=1");
        assertThat(both).extracting(SimulatedTurn::seed).containsExactly(1L, 1L, 2L, 2L);
        assertThat(second).extracting(SimulatedTurn::seed).containsExactly(2L, 2L);
        for (int turn = 0; turn < 2; turn++) {
            assertThat(second.get(turn).accuracy()).isEqualTo(both.get(2 + turn).accuracy());
            assertThat(second.get(turn).negativeLogLikelihood())
                    .isEqualTo(both.get(2 + turn).negativeLogLikelihood());
        }
    }

    @Test
    void begins_with_some_of_each_class() throws IOException {
        shapes();
        assertThat(curve("--seeds=1", "--start-of-each=1"))
                .extracting(SimulatedTurn::labels, SimulatedTurn::classesSeen)
                .first()
                .isEqualTo(tuple(3, 3));
    }

    @Test
    void refuses_what_goes_not_together() throws IOException {
        shapes();
        assertThat(run("--start=3", "--start-of-each=1")).isNotZero();
        assertThat(errors.toString()).contains("--start or --start-of-each");
        assertThat(run("--network=kirsch", "--features=auto", "--posterior=mc-dropout"))
                .isNotZero();
        assertThat(errors.toString()).contains("--network kirsch sees pixels");
        assertThat(run("--start-of-each=5")).isEqualTo(1);
        assertThat(errors.toString()).contains("begins with 15 labels, which is more than --budget 12");
        assertThat(run("--budget=91")).isEqualTo(1);
        assertThat(errors.toString()).contains("more than the pool's 90 images");
        assertThat(run("--learning-rate=0")).isNotZero();
        assertThat(errors.toString()).contains("learning rate is 0.0");
    }

    @Test
    void says_how_many_times_fewer_labels_a_curve_needs() throws IOException {
        Path quick = written("quick", 10, 20);
        Path slow = written("slow", 30, 60);
        assertThat(said("--reach=0.9", quick, slow))
                .isEqualTo("quick against slow, 90.0 %: 15 labels against 45, 3.00 times fewer (95 %: 1.50 to 6.00)");
        assertThat(said("--reach-of=60", quick, slow)).startsWith("quick against slow, 95.0 %: 20 labels against 60");
        assertThat(said("--reach=0.9", quick, quick)).contains(quick.toString());
    }

    @Test
    void refuses_to_compare_what_it_cannot() throws IOException {
        Path quick = written("quick", 10, 20);
        assertThat(typed("--reach=0.9", quick)).isEqualTo(1);
        assertThat(typed("--reach-of=7", quick, written("slow", 30, 60))).isEqualTo(1);
        assertThat(typed("--reach=90", quick, quick)).isEqualTo(2);
        assertThat(typed("--balanced", quick, quick)).isEqualTo(2);
        assertThat(errors.toString())
                .contains("Two curves are compared")
                .contains("points in common at [1, 20] and at [1, 60]")
                .contains("--reach is a share")
                .contains("or --plot or --reach with curves");
    }

    /** Two runs that are right for 95 % of the images after so many labels each. */
    private Path written(String name, int first, int second) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (CurveFile curve = CurveFile.create(file)) {
            for (int seed = 1; seed <= 2; seed++) {
                int reached = seed == 1 ? first : second;
                for (int labels : seed == 1 ? new int[] {1, first, second} : new int[] {1, second}) {
                    double accuracy = labels < reached ? 0.5 : 0.95;
                    curve.add(new SimulatedTurn(seed, labels, 2, accuracy, accuracy, 1, 0, 0, 0));
                }
            }
        }
        return file;
    }

    private int typed(String option, Path... curves) {
        List<String> words = new ArrayList<>(List.of(option));
        for (Path curve : curves) {
            words.add(curve.toString());
        }
        return new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(words.toArray(String[]::new));
    }

    private String said(String option, Path... curves) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(typed(option, curves)).as("%s", errors).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private List<SimulatedTurn> curve(String... options) {
        assertThat(run(options)).as("%s", errors).isZero();
        return CurveFile.read(folder.resolve("curve.csv"));
    }

    private int run(String... options) {
        List<String> words = new ArrayList<>(List.of(
                "--features=pixels",
                "--posterior=mc-dropout",
                "--network=small",
                "--acquisition=random",
                "--steps=5",
                "--samples=4",
                "--batch=6",
                "--budget=12"));
        if (List.of(options).stream().noneMatch(option -> option.startsWith("--start"))) {
            words.add("--start=6");
        }
        for (String of : List.of("pool", "test")) {
            words.addAll(List.of("--" + of, folder.resolve("shapes.zip").toString()));
        }
        words.addAll(List.of("--labels", folder.resolve("labels.csv").toString()));
        words.addAll(List.of("--test-labels", folder.resolve("labels.csv").toString()));
        words.addAll(List.of("--out", folder.resolve("curve.csv").toString()));
        for (String option : options) {
            words.removeIf(word -> word.startsWith(option.substring(0, option.indexOf('=') + 1)));
            words.add(option);
        }
        return new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(words.toArray(String[]::new));
    }

    private void shapes() throws IOException {
        List<BufferedImage> images = DrawnShapes.images(IMAGES, 1);
        StringBuilder labels = new StringBuilder("filename,label\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("shapes.zip")))) {
            for (int k = 0; k < IMAGES; k++) {
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(images.get(k), "png", png);
                zip.putNextEntry(new ZipEntry(k + ".png"));
                zip.write(png.toByteArray());
                labels.append(k)
                        .append(".png,")
                        .append(CLASSES.get(k % CLASSES.size()))
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("labels.csv"), labels);
    }
}
