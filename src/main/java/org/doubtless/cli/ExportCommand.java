package org.doubtless.cli;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.doubtless.audit.RecordCommand;
import org.doubtless.exchange.AskedBy;
import org.doubtless.exchange.Export;
import org.doubtless.exchange.ExportChoice;
import org.doubtless.exchange.ExportProject;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes a project's images and labels to a file.")
final class ExportCommand extends DatabaseCommand implements Callable<Integer> {
    @Option(names = "--project", required = true, paramLabel = "NAME|ID", description = "The project.")
    private String project;

    @Option(names = "--format", required = true, description = "csv, json, coco, or imagefolder (a ZIP).")
    private String format;

    @Option(
            names = "--labels",
            defaultValue = "human",
            description = "human, or all: with those that a model gave (default: ${DEFAULT-VALUE}).")
    private String labels;

    @Option(names = "--uncertainty", description = "With the model's prediction and its two doubts.")
    private boolean uncertainty;

    @Option(names = "--people", description = "With people's names, not only their numbers.")
    private boolean people;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; beside a CSV comes FILE.manifest.json, with the settings and where it is from.")
    private Path out;

    @Override
    public Integer call() {
        return run(
                Work.class,
                project,
                format,
                labels,
                Boolean.toString(uncertainty),
                Boolean.toString(people),
                out.toString());
    }

    /** The part that runs in the application. */
    static final class Work implements QuarkusApplication {
        private final Projects projects;
        private final ExportProject exportProject;
        private final RecordCommand record;

        Work(Projects projects, ExportProject exportProject, RecordCommand record) {
            this.record = record;
            this.projects = projects;
            this.exportProject = exportProject;
        }

        @Override
        public int run(String... arguments) throws IOException, SQLException {
            ExportChoice choice = ExportChoice.of(arguments[1], arguments[2], arguments[3], arguments[4]);
            ProjectId project = QuarkusTransaction.requiringNew()
                    .call(() -> NamedProject.of(projects, arguments[0]).id());
            return record.record(RecordCommand.Command.EXPORT, project, note -> {
                note.put("format", arguments[1]);
                note.put("labels", arguments[2]);
                return export(project, choice, Path.of(arguments[5]));
            });
        }

        private int export(ProjectId project, ExportChoice choice, Path file) throws IOException, SQLException {
            try (Export export = exportProject.begin(project, choice, AskedBy.COMMAND_LINE)) {
                write(file, export::write);
                if (!choice.format().holdsManifest()) {
                    write(file.resolveSibling(file.getFileName() + ".manifest.json"), export::writeManifest);
                }
                System.out.printf("%d images written to %s%n", export.images(), file);
            }
            return 0;
        }

        @FunctionalInterface
        private interface Content {
            void to(OutputStream out) throws IOException, SQLException;
        }

        /** Under another name until all of it is there. */
        private static void write(Path file, Content content) throws IOException, SQLException {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    content.to(out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
