package org.doubtless.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.pool.files.ReadFile;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SniffFile;
import org.doubtless.pool.files.ZipArchive;
import org.doubtless.pool.files.ZipEntryHeader;
import org.doubtless.pool.files.ZipWalk;

/** The pictures that were named: files, what lies in folders, and what is packed in ZIPs, one after the other. */
final class Pictures {
    private final CheckImage check;
    private final FileLimits limits;

    Pictures(CheckImage check, FileLimits limits) {
        this.check = check;
        this.limits = limits;
    }

    /** Reads a picture's file. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException, RefusedFile;
    }

    /** Takes pictures, in their order; what they are read from stays open until this returns. */
    @FunctionalInterface
    interface Taker {
        void take(String picture, Content content);
    }

    /** Hands over every picture; of a path that cannot be opened one whose reading fails with the reason. */
    void each(List<Path> paths, Taker taker, Runnable beforeClose) {
        for (Path path : paths) {
            try {
                if (Files.isDirectory(path)) {
                    for (Path file : within(path)) {
                        one(file, taker, beforeClose);
                    }
                } else {
                    one(path, taker, beforeClose);
                }
            } catch (IOException e) {
                taker.take(path.toString(), () -> {
                    throw e;
                });
            }
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void one(Path file, Taker taker, Runnable beforeClose) {
        try {
            if (isZip(file)) {
                packed(file, taker, beforeClose);
            } else {
                taker.take(file.toString(), () -> read(file));
            }
        } catch (IOException | RefusedFile e) {
            taker.take(file.toString(), () -> {
                throw e instanceof IOException failure ? failure : new IOException(e.getMessage());
            });
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return SniffFile.isZip(stream.readNBytes(4));
        }
    }

    private byte[] read(Path file) throws IOException, RefusedFile {
        try (InputStream stream = Files.newInputStream(file)) {
            return ReadFile.read(stream, Files.size(file), check);
        }
    }

    private void packed(Path file, Taker taker, Runnable beforeClose) throws IOException, RefusedFile {
        try (ZipArchive zip = ZipArchive.open(file, limits)) {
            ZipWalk walk = zip.walk();
            for (ZipEntryHeader entry = walk.next(); entry != null; entry = walk.next()) {
                if (!entry.isNoFile()) {
                    ZipEntryHeader picture = entry;
                    taker.take(file + "!" + picture.name(), () -> zip.read(picture, check));
                }
            }
            beforeClose.run();
        }
    }
}
