package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.doubtless.learning.evaluation.Auroc;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.uncertainty.Strangers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how well digits are told from photos (CIFAR-10, made grey and 28x28), by what is known of a
 * pool and of a few labelled images: {@code mvn test -Pbenchmark -Dtest=StrangersBenchmark}.
 */
@Tag("benchmark")
class StrangersBenchmark {

    @Test
    void tellsDigitsFromPhotos() throws IOException {
        Digits digits = Digits.loadOrSkip();
        FeatureMatrix photos = digits.extractor().extractAll(photosOrSkip());
        FeatureMatrix unseen = digits.features().range(1_000, 2_000);
        for (int known : new int[] {1_000, 100, 20}) {
            FeatureMatrix seen = digits.features().range(0, known);
            for (long seed = 0; seed < 5; seed++) {
                double reconstruction =
                        print("PCA-50", known, seed, Strangers.byReconstruction(seen, 50, seed), unseen, photos);
                double neighbours =
                        print("5th neighbour", known, seed, Strangers.byNeighbours(seen, 5, seed), unseen, photos);
                if (known >= 100) {
                    assertThat(reconstruction).isGreaterThanOrEqualTo(0.95);
                    assertThat(neighbours).isGreaterThanOrEqualTo(0.95);
                }
            }
        }
    }

    private static double print(
            String name, int known, long seed, Strangers strangers, FeatureMatrix unseen, FeatureMatrix photos) {
        long start = System.nanoTime();
        double auroc = Auroc.of(strangers.distances(photos), strangers.distances(unseen));
        System.out.printf(
                "%-14s of %,5d known digits, seed %d: AUROC %.4f, mean percentile of unseen digits %.2f, of photos %.2f, %.1f s%n",
                name,
                known,
                seed,
                auroc,
                Arrays.stream(strangers.percentiles(unseen)).average().orElseThrow(),
                Arrays.stream(strangers.percentiles(photos)).average().orElseThrow(),
                (System.nanoTime() - start) / 1e9);
        return auroc;
    }

    private static List<BufferedImage> photosOrSkip() throws IOException {
        Path zip = Path.of(System.getProperty("doubtless.data", "../shared/data"), "cifar10", "test.zip");
        Assumptions.assumeTrue(
                Files.isReadable(zip), () -> zip + " is absent: set -Ddoubtless.data to the folder of shared data");
        List<BufferedImage> photos = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                photos.add(ImageIO.read(new ByteArrayInputStream(in.readAllBytes())));
            }
        }
        return photos;
    }
}
