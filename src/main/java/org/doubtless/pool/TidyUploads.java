package org.doubtless.pool;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.Jobs;
import org.doubtless.jobs.StartJob;
import org.jboss.logging.Logger;

/** Goes on with the imports that a killed server left, and deletes uploads that no import waits for. */
@ApplicationScoped
class TidyUploads {
    private static final Logger LOG = Logger.getLogger(TidyUploads.class);

    private final UploadFolders folders;
    private final Jobs jobs;
    private final StartJob startJob;

    TidyUploads(UploadFolders folders, Jobs jobs, StartJob startJob) {
        this.folders = folders;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    @ActivateRequestContext
    void atStart(@Observes StartupEvent event) {
        try {
            folders.clearIncoming();
            resume();
        } catch (IOException e) {
            LOG.warnf("Uploads left by an earlier run were not tidied: %s", e.getMessage());
        }
    }

    /** An import that was cancelled before it began never comes for its files. */
    void discardCancelled() {
        try {
            folders.discardHeldBy(
                    job -> jobs.find(job).map(found -> found.state().isFinal()).orElse(true));
        } catch (IOException e) {
            LOG.warnf("Files of a cancelled import were not deleted: %s", e.getMessage());
        }
    }

    void resume() throws IOException {
        String keeper = folders.keeper();
        List<Job> mine = jobs.unfinished(ImportImages.KIND).stream()
                .filter(job -> keeper.equals(job.parameters().get(ImportImages.KEEPER)))
                .toList();
        Set<String> awaited = new HashSet<>();
        for (Job job : mine) {
            String folder = (String) job.parameters().get(ImportImages.FOLDER);
            awaited.add(folder);
            if (folders.isFree(folder)) {
                LOG.infof("Import %s goes on where it was left", job.id());
                startJob.resumeHere(job.id());
            }
        }
        for (String name : folders.names()) {
            if (!awaited.contains(name)) {
                Optional<UploadFolder> folder = folders.take(name);
                if (folder.isPresent()) {
                    folder.get().delete();
                }
            }
        }
    }
}
