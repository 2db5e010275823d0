package org.doubtless.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.doubtless.learning.simulation.SimulatedTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYSeries;

class SimulateFilesTest {

    @TempDir
    Path folder;

    @Test
    void readsTheNamedImagesInTheOrderOfTheLabels() throws IOException {
        Path zip = zip("a.png", "b.png", "c.png");
        try (LabelledZip images = LabelledZip.open(zip, file("filename,label\nc.png,dog\na.png,\"cat, grey\"\n"))) {
            assertThat(images.size()).isEqualTo(2);
            assertThat(images.labels()).containsExactly("dog", "cat, grey");
            assertThat(images.leftOut()).isEqualTo(1);
            assertThat(images.read(0).getWidth()).isEqualTo(3);
            assertThat(images.read(1).getWidth()).isEqualTo(1);
        }
    }

    @Test
    void namesALabelWithoutItsImage() throws IOException {
        Path zip = zip("a.png");
        Path labels = file("filename,label\nb.png,dog\n");
        assertThatThrownBy(() -> LabelledZip.open(zip, labels))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("b.png, which is not in");
    }

    @Test
    void namesAZipThatIsNone() throws IOException {
        Path zip = Files.writeString(folder.resolve("no.zip"), "no zip");
        Path labels = file("filename,label\nb.png,dog\n");
        assertThatThrownBy(() -> LabelledZip.open(zip, labels))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no readable ZIP");
    }

    @Test
    void namesAnImageThatIsNone() throws IOException {
        Path zip = folder.resolve("odd.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.png"));
            out.write("no image".getBytes(StandardCharsets.UTF_8));
        }
        try (LabelledZip images = LabelledZip.open(zip, file("filename,label\na.png,dog\n"))) {
            assertThatThrownBy(() -> images.read(0))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("a.png in ");
        }
    }

    @Test
    void refusesLabelsThatAreNoTable() throws IOException {
        for (String text : List.of("name,class\na.png,1\n", "", "filename,label\n", "filename,label\na.png\n")) {
            Path labels = file(text);
            assertThatThrownBy(() -> LabelsFile.read(labels))
                    .as(text)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("labels.csv");
        }
        Path twice = file("filename,label\na.png,1\na.png,2\n");
        assertThatThrownBy(() -> LabelsFile.read(twice)).hasMessageContaining("twice, as '1' and as '2'");
    }

    @Test
    void readsTheCurveThatItWrote() {
        Path file = folder.resolve("curve.csv");
        List<SimulatedTurn> points = points();
        try (CurveFile curve = CurveFile.create(file)) {
            points.forEach(curve::add);
        }
        assertThat(CurveFile.read(file)).isEqualTo(points);
    }

    @Test
    void drawsCurves() throws IOException {
        Map<String, List<SimulatedTurn>> curves = Map.of("auto", points(), "random", points());
        CurvePlot.draw(curves, folder.resolve("curve.png"));
        CurvePlot.draw(curves, folder.resolve("curve.svg"));
        BufferedImage picture = ImageIO.read(folder.resolve("curve.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(400);
        assertThat(new Color(picture.getRGB(1, 1))).isEqualTo(Color.WHITE);
        assertThat(Files.readString(folder.resolve("curve.svg")))
                .contains("<svg")
                .contains("<path");
        assertThatThrownBy(() -> CurvePlot.draw(curves, folder.resolve("curve.gif")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("neither in .png nor in .svg");
    }

    /** The run that is left would draw the median down, though no run got worse. */
    @Test
    void drawsNoRunAloneThatNeededMoreLabelsThanTheOthers() {
        List<SimulatedTurn> points = new ArrayList<>(points());
        points.add(new SimulatedTurn(2, 30, 10, 0.72, 0.7, 1, 0.1, 2, 0.25));
        XYSeries line = CurvePlot.chart(Map.of("auto", points)).getSeriesMap().get("auto");
        assertThat(line.getXData()).containsExactly(10, 20);
        assertThat(line.getYData()[1]).isEqualTo(72.5, within(1e-9));
        assertThat(CurvePlot.chart(Map.of("auto", points.subList(0, 1)))
                        .getSeriesMap()
                        .get("auto")
                        .getXData())
                .containsExactly(10);
    }

    private static List<SimulatedTurn> points() {
        return List.of(
                new SimulatedTurn(1, 10, 7, 0.5, 0.45, 1.5, 0.1, 2.25, 0.5),
                new SimulatedTurn(1, 20, 10, 0.75, 0.74, 0.9, 0.05, 2.5, 0.5),
                new SimulatedTurn(2, 10, 6, 0.4, 0.4, 1.6, 0.2, 2, 0.25),
                new SimulatedTurn(2, 20, 9, 0.7, 0.7, 1, 0.1, 2, 0.25));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }

    /** Each image is as wide as its place in the list. */
    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("images.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            int width = 0;
            for (String name : names) {
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(new BufferedImage(++width, 4, BufferedImage.TYPE_BYTE_GRAY), "png", png);
                out.putNextEntry(new ZipEntry(name));
                out.write(png.toByteArray());
            }
        }
        return zip;
    }
}
