package org.doubtless.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.PortableModel;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.doubtless.model.file.Manifest;
import org.doubtless.model.file.WriteModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    private static final List<String> CLASSES = List.of("ring", "box, with a comma", "=stroke");
    private static final int PICTURES = 6;

    @TempDir
    static Path folder;

    private static Path model;
    private static Path pictures;
    private static PortableModel portable;

    @BeforeAll
    static void aModelAndPictures() throws IOException {
        PreparedPool pool = PreparedPool.labelFree(
                        DrawnShapes.source(60, 1),
                        new FitLabelFreeFeatures(3, 2),
                        Cancellation.never(),
                        Progress.none())
                .withRecipe(3, Cancellation.never(), Progress.none());
        int[] rows = new int[15];
        Arrays.setAll(rows, i -> i);
        portable = PortableModel.of(
                pool,
                new ActiveLearner(LearnerSettings.auto(5))
                        .learn(
                                pool,
                                new LabelledRows(3, rows, Arrays.copyOf(DrawnShapes.labels(60), 15)),
                                Cancellation.never(),
                                Progress.none()));
        model = write("model.doubtless", 1);
        pictures = Files.createDirectory(folder.resolve("pictures"));
        List<BufferedImage> drawn = DrawnShapes.images(PICTURES, 2);
        for (int i = 0; i < PICTURES; i++) {
            ImageIO.write(
                    drawn.get(i), "png", pictures.resolve("shape-" + i + ".png").toFile());
        }
    }

    private static Path write(String name, int version) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                version,
                "Shapes",
                4,
                CLASSES.stream()
                        .map(word -> new Manifest.LabelledClass(word, null))
                        .toList(),
                256,
                Map.of("trainingLabels", 15),
                Map.of("trainingSetHash", "cafe"),
                Instant.parse("2026-01-02T03:04:05Z"));
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            WriteModelFile.write(manifest, portable::writeExtractor, portable::writeAnswers, out);
        }
        return file;
    }

    private static Predicted predict(Object... arguments) {
        return Predicted.by(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void a_table_names_each_picture_of_a_folder_with_its_class() {
        Predicted predicted = predict("--model", model, pictures);
        assertThat(predicted.status()).as(predicted.complaints()).isZero();
        List<String> lines = predicted.answers().lines().toList();
        assertThat(lines).hasSize(1 + PICTURES);
        assertThat(lines.get(0)).startsWith("picture").endsWith("model doubt  data doubt");
        for (int i = 0; i < PICTURES; i++) {
            assertThat(lines.get(1 + i)).contains("shape-" + i + ".png  " + CLASSES.get(i % 3));
        }
        assertThat(lines.stream().map(String::length).distinct()).as("aligned").hasSize(1);
    }

    @Test
    void csv_and_json_hold_the_probability_of_every_class() throws IOException {
        Path one = pictures.resolve("shape-1.png");
        CSVRecord line = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(
                        predict("--model", model, "--format", "csv", one).answers()))
                .getRecords()
                .get(0);
        JsonNode object = new ObjectMapper()
                .readTree(predict("--model", model, "--format", "json", one).answers())
                .get(0);
        assertThat(line.get("class"))
                .isEqualTo("box, with a comma")
                .isEqualTo(object.get("class").asText());
        float sum = 0;
        for (String name : CLASSES) {
            sum += Float.parseFloat(line.get("probability:" + name));
            assertThat(Float.parseFloat(line.get("probability:" + name)))
                    .isEqualTo(object.get("probabilities").get(name).floatValue());
        }
        assertThat(sum).isBetween(0.9999f, 1.0001f);
        assertThat(Float.parseFloat(line.get("model_doubt")))
                .isEqualTo(object.get("doubt").get("model").floatValue());
        assertThat(line.get("error")).isEmpty();
    }

    @Test
    void pictures_in_a_zip_are_answered_as_those_beside_it() throws IOException {
        Path zip = folder.resolve("packed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < PICTURES; i++) {
                out.putNextEntry(new ZipEntry("in/shape-" + i + ".png"));
                out.write(Files.readAllBytes(pictures.resolve("shape-" + i + ".png")));
                out.closeEntry();
            }
        }
        String packed =
                predict("--model", model, "--format", "csv", zip).answers().replace(zip + "!in/", "");
        String beside =
                predict("--model", model, "--format", "csv", pictures).answers().replace(pictures + "/", "");
        assertThat(packed).isEqualTo(beside);
    }

    @Test
    void what_cannot_be_read_is_named_and_the_others_are_answered() throws IOException {
        Path words = Files.writeString(folder.resolve("words.png"), "no picture at all");
        Path cut = Files.write(
                folder.resolve("cut.png"), Arrays.copyOf(Files.readAllBytes(pictures.resolve("shape-0.png")), 90));
        Path gone = folder.resolve("gone.png");
        Predicted predicted = predict("--model", model, "--format", "csv", words, cut, gone, pictures);
        assertThat(predicted.status()).isEqualTo(1);
        assertThat(predicted.complaints().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("words.png: The file holds text"))
                .anyMatch(line -> line.contains("cut.png: "))
                .anyMatch(line -> line.contains("gone.png: There is no such file"));
        assertThat(predicted.answers().lines()).hasSize(1 + 3 + PICTURES);
        assertThat(predict("--model", model, words).answers().lines()).hasSize(1);
    }

    @Test
    void a_newer_format_asks_for_a_newer_program() throws IOException {
        refused(write("newer.doubtless", 2), "version 2 of the format", "use a newer Doubtless");
    }

    @Test
    void a_file_that_is_something_else_or_cut_off_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(model);
        refused(pictures.resolve("shape-0.png"), "is no model's file");
        refused(pictures, "is no file");
        refused(folder.resolve("nothing.doubtless"), "is no file");
        for (int part = 1; part < 10; part++) {
            Path cut = Files.write(folder.resolve("cut.doubtless"), Arrays.copyOf(whole, whole.length * part / 10));
            refused(cut, "download it again");
        }
    }

    @Test
    void a_bit_that_turned_is_found() throws IOException {
        byte[] turned = Files.readAllBytes(model);
        turned[turned.length / 2] ^= 1;
        refused(Files.write(folder.resolve("turned.doubtless"), turned), "damaged");
    }

    @Test
    void packed_parts_are_not_unpacked() throws IOException {
        Path bomb = folder.resolve("bomb.doubtless");
        try (ZipFile from = new ZipFile(model.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("manifest.json"));
            out.write(from.getInputStream(from.getEntry("manifest.json")).readAllBytes());
            out.closeEntry();
            out.putNextEntry(new ZipEntry("extractor.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        refused(bomb, "packed");
    }

    @Test
    void words_of_the_manifest_that_nobody_wrote_are_refused() throws IOException {
        refused(withManifest("{\"format\":\"doubtless-model\",\"version\":1}"), "manifest");
        refused(withManifest("[".repeat(100_000)), "manifest");
        refused(
                withManifest("{\"format\":\"doubtless-model\",\"version\":1,\"project\":\"p\",\"model\":1,"
                        + "\"classes\":[{\"name\":\"a\"}],\"pictureSide\":256,\"created\":\"2026-01-02T03:04:05Z\"}"),
                "names 1 classes");
        refused(
                withManifest("{\"format\":\"doubtless-model\",\"version\":1,\"project\":\"p\",\"model\":1,"
                        + "\"classes\":[{\"name\":\"a\\u001b[2Jb\"}],\"pictureSide\":256,"
                        + "\"created\":\"2026-01-02T03:04:05Z\"}"),
                "manifest");
    }

    @Test
    void names_that_a_terminal_would_obey_are_shown_and_not_obeyed() throws IOException {
        Path zip = folder.resolve("names.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("\u001b[31m\u202ewords.png"));
            out.write("no picture".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("shape\u001b[2J\n0.png"));
            out.write(Files.readAllBytes(pictures.resolve("shape-0.png")));
            out.closeEntry();
        }
        for (String format : List.of("text", "csv")) {
            Predicted predicted = predict("--model", model, "--format", format, zip);
            assertThat(predicted.answers() + predicted.complaints())
                    .contains("shape\ufffd[2J\ufffd0.png", "words.png")
                    .doesNotContain("\u001b", "\u202e");
        }
    }

    private static Path withManifest(String words) throws IOException {
        Path file = folder.resolve("words.doubtless");
        try (ZipFile from = new ZipFile(model.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.setMethod(ZipOutputStream.STORED);
            for (String name : List.of("manifest.json", "extractor.bin", "answers.bin")) {
                byte[] content = name.equals("manifest.json")
                        ? words.getBytes(StandardCharsets.UTF_8)
                        : from.getInputStream(from.getEntry(name)).readAllBytes();
                ZipEntry entry = new ZipEntry(name);
                entry.setSize(content.length);
                CRC32 sum = new CRC32();
                sum.update(content);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
        }
        return file;
    }

    private static void refused(Path file, String... words) {
        Predicted predicted = predict("--model", file, pictures);
        assertThat(predicted.status()).isEqualTo(1);
        assertThat(predicted.answers()).isEmpty();
        assertThat(predicted.complaints()).contains(words).hasLineCount(1);
    }
}
