package org.doubtless.cli.simulate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SharedMemory;

/** The images of a ZIP that a labels file names, in the order of that file; read one by one, when asked for. */
final class LabelledZip implements ImageSource, AutoCloseable {
    private static final int DECODED_SIDE = 512;
    private static final int HEAP_PARTS = 4;

    private final Path path;
    private final ZipFile zip;
    private final DecodeImage decode = new DecodeImage(SharedMemory.partOfHeap(HEAP_PARTS));
    private final List<ZipEntry> entries = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private int leftOut;

    private LabelledZip(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    static LabelledZip open(Path path, Path labelsFile) {
        Map<String, String> named = LabelsFile.read(labelsFile);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new BadInput(path + " is no readable ZIP file: " + e.getMessage());
        } catch (IOException e) {
            throw new BadInput(path + " cannot be read: " + e.getMessage());
        }
        LabelledZip opened = new LabelledZip(path, zip);
        try {
            opened.match(named, labelsFile);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void match(Map<String, String> named, Path labelsFile) {
        named.forEach((name, label) -> {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || entry.isDirectory()) {
                throw new BadInput("%s names %s, which is not in %s.".formatted(labelsFile, name, path));
            }
            entries.add(entry);
            labels.add(label);
        });
        int files = Math.toIntExact(Collections.list(zip.entries()).stream()
                .filter(entry -> !entry.isDirectory())
                .count());
        leftOut = files - entries.size();
    }

    /** How many images of the ZIP no label names. */
    int leftOut() {
        return leftOut;
    }

    /** The label of each image. */
    List<String> labels() {
        return List.copyOf(labels);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public BufferedImage read(int row) {
        ZipEntry entry = entries.get(row);
        try (InputStream content = zip.getInputStream(entry)) {
            return decode.decode(content.readAllBytes(), DECODED_SIDE);
        } catch (RefusedFile e) {
            throw new BadInput(entry.getName() + " in " + path + " cannot be used: " + e.getMessage());
        } catch (IOException e) {
            throw new BadInput(entry.getName() + " in " + path + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BadInput(path + " cannot be closed: " + e.getMessage());
        }
    }
}
