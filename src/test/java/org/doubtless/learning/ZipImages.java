package org.doubtless.learning;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.doubtless.learning.features.ImageSource;
import org.junit.jupiter.api.Assumptions;

/** The images of a ZIP file of the shared data, with their labels; close it. */
public final class ZipImages implements ImageSource, AutoCloseable {

    private final ZipFile zip;
    private final List<String> names;
    private final int[] labels;

    private ZipImages(ZipFile zip, List<String> names, int... labels) {
        this.zip = zip;
        this.names = names;
        this.labels = labels;
    }

    /**
     * Opens {@code folder/name.zip} and {@code folder/name-labels.csv}; where they are absent, the test
     * that asks is skipped with a message.
     *
     * @param most images to show, the first ones
     */
    public static ZipImages openOrSkip(String folder, String name, int most) {
        Path data = Path.of(System.getProperty("doubtless.data", "../shared/data"), folder);
        Path file = data.resolve(name + ".zip");
        Assumptions.assumeTrue(
                Files.isReadable(file), () -> file + " is absent: set -Ddoubtless.data to the folder of shared data");
        try {
            Map<String, String> truth = new HashMap<>();
            for (String line : Files.readAllLines(data.resolve(name + "-labels.csv"))) {
                if (!line.startsWith("filename")) {
                    int comma = line.lastIndexOf(',');
                    truth.put(line.substring(0, comma), line.substring(comma + 1));
                }
            }
            ZipFile zip = new ZipFile(file.toFile());
            List<String> names = new ArrayList<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements() && names.size() < most) {
                String entry = entries.nextElement().getName();
                if (truth.containsKey(entry)) {
                    names.add(entry);
                }
            }
            List<String> classes = truth.values().stream().distinct().sorted().toList();
            int[] labels = names.stream()
                    .mapToInt(image -> classes.indexOf(truth.get(image)))
                    .toArray();
            return new ZipImages(zip, names, labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class of each image; classes are numbered by their sorted names, so in all files of a folder alike. */
    public int[] labels() {
        return labels.clone();
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public BufferedImage read(int row) {
        try (InputStream in = zip.getInputStream(zip.getEntry(names.get(row)))) {
            // ImageIO would put a stream into a temporary file first.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(names.get(row) + " cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
