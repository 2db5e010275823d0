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
import java.util.concurrent.ConcurrentHashMap;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
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
    private final Set<JobId> resumed = ConcurrentHashMap.newKeySet();
    private Set<JobId> suspects = Set.of();

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
        List<Job> mine = mine();
        Set<String> awaited = new HashSet<>();
        for (Job job : mine) {
            awaited.add(folder(job));
            if (folders.isFree(folder(job))) {
                resume(job.id());
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

    /**
     * Goes on with imports on whose files nobody has worked for two looks in a row: between the end of an import's work
     * and the end of its job, too, nobody holds its files. Those whose files are gone fail and say so.
     */
    @ActivateRequestContext
    synchronized void resumeLost() throws IOException {
        Set<JobId> free = new HashSet<>();
        for (Job job : mine()) {
            // What was resumed may wait for its turn, and nobody holds its files until then.
            if (!resumed.contains(job.id()) && folders.isFree(folder(job))) {
                free.add(job.id());
            }
        }
        for (JobId job : free) {
            if (suspects.contains(job)) {
                resume(job);
            }
        }
        suspects = free;
    }

    private void resume(JobId job) {
        LOG.infof("Import %s goes on where it was left", job);
        resumed.add(job);
        startJob.resumeHere(job);
    }

    private List<Job> mine() throws IOException {
        String keeper = folders.keeper();
        return jobs.unfinished(ImportImages.KIND).stream()
                .filter(job -> keeper.equals(job.parameters().get(ImportImages.KEEPER)))
                .toList();
    }

    private static String folder(Job job) {
        return (String) job.parameters().get(ImportImages.FOLDER);
    }
}
