package org.doubtless.learning;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.ExtractPool;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeaturePart;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * A pool and its test images as features, kept under {@code target/recipe-benchmark} for the next run.
 *
 * <p>Data sets: {@code mnist} and {@code cifar10}, the first {@code size} images; {@code mnist-ones},
 * 6,720 ones among 320 of each other digit; {@code mnist-sevens}, 100 sevens among 19,899 others.
 */
record BenchmarkPool(FeatureMatrix pool, int[] labels, FeatureMatrix test, int[] testLabels, List<FeaturePart> parts) {

    private static final Path FOLDER = Path.of("target", "recipe-benchmark");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    static BenchmarkPool loadOrSkip(String dataset, int size) throws IOException {
        String folder = dataset.startsWith("mnist") ? "mnist" : dataset;
        try (ZipImages images = ZipImages.openOrSkip(folder, "pool", Integer.MAX_VALUE);
                ZipImages test = ZipImages.openOrSkip(folder, "test", Integer.MAX_VALUE)) {
            int[] rows = rows(dataset, size, images.labels());
            int[] labels = Arrays.stream(rows).map(row -> images.labels()[row]).toArray();
            Path extractor = FOLDER.resolve(dataset + "-" + rows.length + ".features");
            if (!Files.exists(extractor)) {
                Files.createDirectories(FOLDER);
                LabelFreeFeatures fitted = LabelFreeFeatures.fit(
                        new Rows(images, rows), 1, THREADS, Cancellation.never(), Progress.none());
                Files.write(extractor, fitted.toBytes());
            }
            LabelFreeFeatures features = LabelFreeFeatures.fromBytes(Files.readAllBytes(extractor));
            String name = extractor.getFileName().toString();
            return new BenchmarkPool(
                    extracted(features, new Rows(images, rows), FOLDER.resolve(name + "-pool")),
                    labels,
                    extracted(features, test, FOLDER.resolve(name + "-test")),
                    test.labels(),
                    features.parts());
        }
    }

    private static int[] rows(String dataset, int size, int... labels) {
        return switch (dataset) {
            case "mnist-ones" -> some(labels, 320, 1, 6_720);
            case "mnist-sevens" -> some(labels, 2_211, 7, 100);
            default -> IntStream.range(0, Math.min(size, labels.length)).toArray();
        };
    }

    /** The first images of each class, {@code others} of each but one; in a random order. */
    private static int[] some(int[] labels, int others, int special, int ofSpecial) {
        int[] taken = new int[10];
        int[] rows = IntStream.range(0, labels.length)
                .filter(row -> taken[labels[row]]++ < (labels[row] == special ? ofSpecial : others))
                .toArray();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = rows[i];
            rows[i] = rows[other];
            rows[other] = swapped;
        }
        return rows;
    }

    private record Rows(ImageSource images, int... rows) implements ImageSource {
        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public BufferedImage read(int row) {
            return images.read(rows[row]);
        }
    }

    private static FeatureMatrix extracted(LabelFreeFeatures features, ImageSource images, Path file)
            throws IOException {
        if (!Files.exists(file)) {
            FeatureMatrix made =
                    new ExtractPool(features, THREADS).extract(images, Cancellation.never(), Progress.none());
            write(made, file);
            return made;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            List<float[]> rows = new ArrayList<>();
            for (int row = 0; row < images.size(); row++) {
                float[] numbers = new float[features.columns()];
                ByteBuffer.wrap(in.readNBytes(numbers.length * Float.BYTES))
                        .asFloatBuffer()
                        .get(numbers);
                rows.add(numbers);
            }
            return FeatureMatrix.ofRows(features.columns(), rows);
        }
    }

    private static void write(FeatureMatrix features, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int row = 0; row < features.rows(); row++) {
                for (int column = 0; column < features.columns(); column++) {
                    out.writeFloat(features.at(row, column));
                }
            }
        }
    }
}
