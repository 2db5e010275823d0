package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** Puts files that have arrived whole where their import finds them, and starts it. */
@ApplicationScoped
public class ReceiveUpload {
    private final UploadFolders folders;
    private final TidyUploads tidy;
    private final StartJob startJob;

    ReceiveUpload(UploadFolders folders, TidyUploads tidy, StartJob startJob) {
        this.folders = folders;
        this.tidy = tidy;
        this.startJob = startJob;
    }

    /** Moves the files away from where they are. */
    public JobId receive(ProjectId project, AccountId sender, List<ReceivedFile> files) throws IOException {
        if (files.isEmpty()) {
            throw Problem.badRequest(
                    "no_files",
                    "The upload holds no file. Send images or ZIP files as multipart/form-data, each in a field named"
                            + " 'files'.");
        }
        tidy.discardCancelled();
        UploadFolder folder = folders.create();
        try {
            List<UploadFolder.Sent> sent = new ArrayList<>();
            for (ReceivedFile file : files) {
                UploadFolder.Sent placed = new UploadFolder.Sent(file.name(), folder.place(sent.size()));
                Files.move(file.path(), placed.path());
                sent.add(placed);
            }
            folder.list(sent);
            JobId job = startJob.start(new NewJob(
                    ImportImages.KIND,
                    title(files),
                    project.value(),
                    sender.value(),
                    ImportImages.parameters(folders.keeper(), folder)));
            folders.assign(folder, job);
            return job;
        } catch (IOException | RuntimeException e) {
            folders.discard(folder);
            throw e;
        }
    }

    private static String title(List<ReceivedFile> files) {
        return files.size() == 1
                ? "Import of " + ShownName.of(files.get(0).name())
                : "Import of %,d files".formatted(files.size());
    }
}
