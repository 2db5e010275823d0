package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** The job behind an upload. It stays on the machine that has the files. */
@ApplicationScoped
class ImportImages implements JobKind {
    static final String KIND = "import";
    static final String FOLDER = "folder";
    static final String KEEPER = "keeper";

    private final UploadFolders folders;
    private final TakeImages take;
    private final FileLimits limits;
    private final CheckImage check;

    ImportImages(UploadFolders folders, TakeImages take, FileLimits limits, CheckImage check) {
        this.folders = folders;
        this.take = take;
        this.limits = limits;
        this.check = check;
    }

    static Map<String, Object> parameters(String keeper, UploadFolder folder) {
        return Map.of(KEEPER, keeper, FOLDER, folder.name());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean staysHere() {
        return true;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ProjectId project = new ProjectId(run.project().orElseThrow());
        Optional<UploadFolder> folder = folders.take((String) run.parameters().get(FOLDER));
        if (folder.isEmpty() || !folder.get().isComplete()) {
            throw new Problem(
                    410,
                    "upload_gone",
                    "The files are gone",
                    "The uploaded files of this import are gone from the server. Images that it had taken stay in the pool;"
                            + " send the files again for the rest.");
        }
        try {
            run.stage("Reading the files");
            UploadedFiles files = new UploadedFiles(folder.get().files(), limits, check);
            run.stage("Taking %,d files".formatted(files.count()));
            take.take(project, run, files);
        } finally {
            end(folder.get(), run);
        }
    }

    /** A server that stops leaves the files for its next start. */
    private static void end(UploadFolder folder, JobRun run) throws IOException {
        if (run.stopping()) {
            folder.close();
        } else {
            folder.delete();
        }
    }
}
