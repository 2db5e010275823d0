package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** Starts an import of files that lie on this machine and stay where they are. */
@ApplicationScoped
public class ImportFromDisk {
    private final UploadFolders folders;
    private final StartJob startJob;

    ImportFromDisk(UploadFolders folders, StartJob startJob) {
        this.folders = folders;
        this.startJob = startJob;
    }

    /** Takes images, ZIPs, and of folders all that is in them. */
    public JobId start(ProjectId project, List<Path> paths) throws IOException {
        List<UploadFolder.Sent> files = new ArrayList<>();
        for (Path path : paths) {
            add(path, files);
        }
        if (files.isEmpty()) {
            throw Problem.badRequest(
                    "no_files", "There is no file in %s. Name images, ZIPs or folders.".formatted(paths));
        }
        UploadFolder folder = folders.create();
        try {
            folder.list(files);
            JobId job = startJob.start(new NewJob(
                    ImportImages.KIND,
                    "Import of " + ShownName.of(paths.get(0).getFileName().toString())
                            + (paths.size() == 1 ? "" : " and others"),
                    project.value(),
                    null,
                    ImportImages.parameters(folders.keeper(), folder)));
            folders.assign(folder, job);
            return job;
        } catch (IOException | RuntimeException e) {
            folders.discard(folder);
            throw e;
        }
    }

    private static void add(Path path, List<UploadFolder.Sent> files) throws IOException {
        Path start = path.toAbsolutePath().normalize();
        if (!Files.exists(start)) {
            throw Problem.badRequest("no_such_file", "There is no file '%s'. Check its path.".formatted(path));
        }
        if (Files.isRegularFile(start)) {
            files.add(new UploadFolder.Sent(start.getFileName().toString(), start));
            return;
        }
        try (Stream<Path> inside = Files.walk(start)) {
            inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(file -> files.add(
                            new UploadFolder.Sent(start.relativize(file).toString(), file)));
        }
    }
}
