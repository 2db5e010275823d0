package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doubtless.jobs.JobId;

/** The upload folders of this machine, and those among them that this process works on. */
@ApplicationScoped
class UploadFolders {
    private static final String KEEPER = "keeper";
    /** Where the HTTP server puts what is being sent; see {@code quarkus.http.body.uploads-directory}. */
    private static final String INCOMING = "incoming";

    private final Path root;
    private final Map<String, UploadFolder> held = new ConcurrentHashMap<>();
    private final Map<String, JobId> jobs = new ConcurrentHashMap<>();

    UploadFolders(PoolConfig config) {
        this.root = config.uploads().toAbsolutePath().normalize();
    }

    /** A new folder, held by this process until {@link #take} hands it to the import. */
    UploadFolder create() throws IOException {
        UploadFolder folder = UploadFolder.create(root.resolve("upload-" + UUID.randomUUID()));
        held.put(folder.name(), folder);
        return folder;
    }

    /** Forgets the folders of those jobs that ended before they began. */
    void discardHeldBy(Predicate<JobId> ended) throws IOException {
        for (Map.Entry<String, JobId> entry : Map.copyOf(jobs).entrySet()) {
            if (ended.test(entry.getValue()) && jobs.remove(entry.getKey(), entry.getValue())) {
                Optional<UploadFolder> folder = take(entry.getKey());
                if (folder.isPresent()) {
                    folder.get().delete();
                }
            }
        }
    }

    /** Says which job is to take the folder. */
    void assign(UploadFolder folder, JobId job) {
        jobs.put(folder.name(), job);
    }

    /** The folder, to be worked on by the caller alone; empty when it is gone or somebody else works on it. */
    Optional<UploadFolder> take(String name) throws IOException {
        jobs.remove(name);
        UploadFolder mine = held.remove(name);
        return mine != null ? Optional.of(mine) : UploadFolder.take(root.resolve(name));
    }

    /** Lets another process, or a later start, have the folder. */
    void forget(UploadFolder folder) {
        held.remove(folder.name());
    }

    /** Deletes a folder whose import will not come. */
    void discard(UploadFolder folder) throws IOException {
        held.remove(folder.name());
        folder.delete();
    }

    /** Whether nobody works on the folder; one that is gone is free. */
    boolean isFree(String name) throws IOException {
        if (held.containsKey(name)) {
            return false;
        }
        if (!Files.isDirectory(root.resolve(name))) {
            return true;
        }
        Optional<UploadFolder> folder = UploadFolder.take(root.resolve(name));
        if (folder.isEmpty()) {
            return false;
        }
        folder.get().close();
        return true;
    }

    List<String> names() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("upload-"))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes what a killed process was receiving; called before this one receives anything. */
    void clearIncoming() throws IOException {
        Path incoming = root.resolve(INCOMING);
        Files.createDirectories(incoming);
        Optional<UploadFolder> mine = UploadFolder.take(incoming);
        if (mine.isEmpty()) {
            return; // Another server on the same data folder receives there.
        }
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("lock")) {
                    Files.deleteIfExists(file);
                }
            }
        }
        held.put(INCOMING, mine.get());
    }

    /** Names this machine's folder, so that a job can tell where its files are. */
    String keeper() throws IOException {
        Files.createDirectories(root);
        Path file = root.resolve(KEEPER);
        try {
            Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier start.
        }
        return Files.readString(file).strip();
    }
}
