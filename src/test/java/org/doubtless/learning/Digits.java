package org.doubtless.learning;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShapeChoice;
import org.doubtless.learning.features.PixelFeatures;
import org.junit.jupiter.api.Assumptions;

/**
 * The first 2,000 handwritten digits of MNIST, from the folder of shared data.
 *
 * @param extractor for images of their shape
 * @param features [2000,784]
 * @param labels what each shows
 */
record Digits(PixelFeatures extractor, FeatureMatrix features, List<Integer> labels) {

    /** Reads them; where they are absent, the test that asks is skipped with a message. */
    static Digits loadOrSkip() throws IOException {
        Path folder = Path.of(System.getProperty("doubtless.data", "../shared/data"), "mnist");
        Path zip = folder.resolve("pool-2k.zip");
        Assumptions.assumeTrue(
                Files.isReadable(zip), () -> zip + " is absent: set -Ddoubtless.data to the folder of shared data");
        Map<String, Integer> truth = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("pool-2k-labels.csv"))) {
            if (!line.startsWith("filename")) {
                int comma = line.lastIndexOf(',');
                truth.put(line.substring(0, comma), Integer.valueOf(line.substring(comma + 1)));
            }
        }
        List<BufferedImage> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                images.add(ImageIO.read(new ByteArrayInputStream(in.readAllBytes())));
                labels.add(truth.get(entry.getName()));
            }
        }
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        images.subList(0, 100).forEach(choice::see);
        PixelFeatures extractor = new PixelFeatures(choice.shape());
        return new Digits(extractor, extractor.extractAll(images), labels);
    }

    /** The labels of the images {@code from} (included) to {@code to} (excluded). */
    int[] labels(int from, int to) {
        return labels.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
    }
}
