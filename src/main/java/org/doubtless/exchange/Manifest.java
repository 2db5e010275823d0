package org.doubtless.exchange;

import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doubtless.model.ModelVersion;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectView;

/**
 * What an export says about itself.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format; rises whenever a reader of the version before would read it wrongly
 * @param exportedAt the one instant that all of it is of
 * @param model the published one, with what it was made from; null where there is none
 * @param automatic by which rule a model gave labels; null where there are none in it
 */
record Manifest(
        String format,
        int version,
        Instant exportedAt,
        AskedBy by,
        Chosen chosen,
        ProjectPart project,
        List<ClassPart> classes,
        ModelPart model,
        AutomaticPart automatic,
        Counts counts,
        List<ColumnPart> columns) {
    static final String FORMAT = "doubtless-export";
    static final int VERSION = 1;

    record Chosen(String format, String labels, boolean uncertainty, boolean people) {
        static Chosen of(ExportChoice choice) {
            return new Chosen(choice.format().word(), choice.labels(), choice.uncertainty(), choice.people());
        }
    }

    record ProjectPart(long id, String name, String task, Instant createdAt, ProjectView.SettingsView settings) {
        static ProjectPart of(Project project) {
            return new ProjectPart(
                    project.id().value(),
                    project.name(),
                    project.task(),
                    project.createdAt(),
                    ProjectView.SettingsView.of(project, project.seed()));
        }
    }

    /** @param key that chooses it on the labelling page; null where the keyboard has none left */
    record ClassPart(long id, int position, String name, String key) {
        static ClassPart of(LabelClass label) {
            return new ClassPart(label.id().value(), label.position(), label.name(), label.key());
        }
    }

    record ModelPart(
            int number,
            Instant createdAt,
            Instant publishedAt,
            Map<String, Object> metrics,
            Map<String, Object> provenance) {
        static ModelPart of(ModelVersion model) {
            return new ModelPart(
                    model.number(),
                    model.createdAt(),
                    model.publishedAt().orElse(null),
                    model.metrics(),
                    model.provenance());
        }
    }

    /** @param threshold the least probability that was enough; {@code bound} the largest share that may be wrong */
    record AutomaticPart(int model, double mostWrong, Float threshold, Float bound, Instant at) {}

    /** @param written how many the file has; in image folders only those with a label */
    record Counts(long images, long labelledByPeople, long labelledAutomatically, long withoutLabel, long written) {
        static Counts of(ExportCounts counts, Format format) {
            return new Counts(
                    counts.images(), counts.people(), counts.automatic(), counts.unlabelled(), counts.in(format));
        }
    }

    record ColumnPart(String name, String says) {
        static List<ColumnPart> of(ExportChoice choice) {
            return Column.of(choice).stream()
                    .map(column -> new ColumnPart(
                            column.name(), column.says().apply(MessageBundles.get(ColumnMessages.class))))
                    .toList();
        }
    }
}
