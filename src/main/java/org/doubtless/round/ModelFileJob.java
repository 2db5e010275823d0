package org.doubtless.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.PortableModel;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.model.ModelFiles;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.model.file.Manifest;
import org.doubtless.model.file.WriteModelFile;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.round.features.FeatureSet;

/** Makes a version's model again and writes it into a file, to be used without the product's database. */
@ApplicationScoped
class ModelFileJob implements JobKind {
    static final String KIND = "model-file";

    private final Projects projects;
    private final ModelVersions versions;
    private final ModelFiles files;
    private final RestoreModel restoreModel;

    ModelFileJob(Projects projects, ModelVersions versions, ModelFiles files, RestoreModel restoreModel) {
        this.projects = projects;
        this.versions = versions;
        this.files = files;
        this.restoreModel = restoreModel;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Project project = projects.get(new ProjectId(run.project().orElseThrow()));
        ModelVersion version =
                versions.get(project.id(), ((Number) run.parameters().get("number")).intValue());
        if (files.size(version.id()).isPresent()) {
            run.log("The file of model %d is there already".formatted(version.number()));
            return;
        }
        try (RestoreModel.Restored restored = restoreModel.restore(run, project, version)) {
            keep(run, project, version, PortableModel.of(restored.pool().prepared(), restored.model()));
        } catch (CancelledLearning e) {
            run.checkCancelled();
            throw e;
        }
    }

    private void keep(JobRun run, Project project, ModelVersion version, PortableModel model)
            throws SQLException, IOException {
        run.checkCancelled();
        run.stage("Writing of the file");
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                project.name(),
                version.number(),
                project.labels().classes().stream()
                        .limit(model.classes())
                        .map(known -> new Manifest.LabelledClass(known.name(), known.key()))
                        .toList(),
                FeatureSet.PICTURE_SIDE,
                version.metrics(),
                version.provenance(),
                version.createdAt());
        files.keep(version, out -> WriteModelFile.write(manifest, model::writeExtractor, model::writeAnswers, out));
        long bytes = files.size(version.id()).orElseThrow();
        run.result("bytes", bytes);
        run.log(String.format(Locale.ROOT, "Ready: %,.1f MB, over %,d images", bytes / 1e6, model.images()));
    }
}
