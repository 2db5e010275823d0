package org.doubtless.pool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one upload, until their import has ended. The process that holds its lock works on it; a killed process
 * holds none, so that the next one may take it over.
 */
final class UploadFolder implements Closeable {
    private static final String LOCK = "lock";
    private static final String LIST = "files";
    private static final String DRAFT = "files.tmp";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private UploadFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** A file on the disk, and what its sender calls it. */
    record Sent(String name, Path path) {}

    static UploadFolder create(Path path) throws IOException {
        Files.createDirectories(path);
        return take(path)
                .orElseThrow(() -> new IOException("The new folder " + path + " is in use by another process"));
    }

    /** Takes the folder over; empty when it is gone, or when another process or thread works on it. */
    static Optional<UploadFolder> take(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new UploadFolder(path, channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        }
        channel.close();
        return Optional.empty();
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Where the n-th file of the upload is to be moved. */
    Path place(int number) {
        return path.resolve("file-" + number);
    }

    /** Writes the list of files; an upload without one was broken off. */
    void list(List<Sent> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Sent file : files) {
            lines.add(ShownName.of(file.name()));
            lines.add(file.path().toAbsolutePath().toString());
        }
        Files.write(path.resolve(DRAFT), lines, StandardCharsets.UTF_8);
        Files.move(path.resolve(DRAFT), path.resolve(LIST));
    }

    boolean isComplete() {
        return Files.exists(path.resolve(LIST));
    }

    List<Sent> files() throws IOException {
        List<String> lines = Files.readAllLines(path.resolve(LIST), StandardCharsets.UTF_8);
        List<Sent> files = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            files.add(new Sent(lines.get(i), Path.of(lines.get(i + 1))));
        }
        return files;
    }

    /** Lets go of the folder and deletes it with all that is in it. */
    void delete() throws IOException {
        close();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
