package org.doubtless.cli;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.doubtless.audit.RecordCommand;
import org.doubtless.jobs.Job;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.JobState;
import org.doubtless.jobs.Jobs;
import org.doubtless.pool.ImportFromDisk;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Takes images into a project's pool; the files stay where they are.")
final class ImportCommand extends DatabaseCommand implements Callable<Integer> {
    @Option(names = "--project", required = true, paramLabel = "NAME|ID", description = "The project.")
    private String project;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Images, ZIP files, or folders of them.")
    private List<Path> files;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of(project));
        files.forEach(file -> arguments.add(file.toString()));
        return run(Work.class, arguments.toArray(String[]::new));
    }

    /** The part that runs in the application. */
    static final class Work implements QuarkusApplication {
        private static final long LOOK_MILLIS = 250;

        private final Projects projects;
        private final ImportFromDisk importFromDisk;
        private final Jobs jobs;
        private final RecordCommand record;

        Work(Projects projects, ImportFromDisk importFromDisk, Jobs jobs, RecordCommand record) {
            this.record = record;
            this.projects = projects;
            this.importFromDisk = importFromDisk;
            this.jobs = jobs;
        }

        @Override
        public int run(String... arguments) throws IOException, InterruptedException, SQLException {
            ProjectId project = QuarkusTransaction.requiringNew()
                    .call(() -> NamedProject.of(projects, arguments[0]).id());
            List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
            JobId id = record.record(RecordCommand.Command.IMPORT, project, note -> {
                JobId started = importFromDisk.start(project, files);
                note.put("job", started);
                return started;
            });
            Job job = look(id);
            while (!job.state().isFinal()) {
                Thread.sleep(LOOK_MILLIS);
                job = look(id);
            }
            print(id, job);
            return job.state() == JobState.DONE ? 0 : 1;
        }

        private Job look(JobId id) {
            return QuarkusTransaction.requiringNew().call(() -> jobs.find(id).orElseThrow());
        }

        private void print(JobId id, Job job) {
            QuarkusTransaction.requiringNew().run(() -> jobs.log(id).forEach(line -> System.out.println(line.line())));
            System.out.println("Job " + id + ": " + job.state().word());
        }
    }
}
