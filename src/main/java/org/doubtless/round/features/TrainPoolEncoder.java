package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.features.SelfSupervisedEncoder;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.learning.training.TrainEncoder;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;

/** Trains a project's encoder; whoever takes over from a killed worker goes on from the last checkpoint. */
@ApplicationScoped
class TrainPoolEncoder {
    // Some seconds of work, and half a megabyte each.
    private static final int CHECKPOINT_EVERY = 25;

    private final Encoders encoders;

    TrainPoolEncoder(Encoders encoders) {
        this.encoders = encoders;
    }

    SelfSupervisedEncoder train(JobRun run, Project project, EncoderSettings settings, PictureSample sample)
            throws SQLException {
        TrainEncoder training = new TrainEncoder(settings, project.seed(), CHECKPOINT_EVERY);
        Optional<byte[]> former = encoders.checkpoint(project.id()).filter(bytes -> training.isOwn(bytes, sample));
        run.stage("Training an encoder, %,d steps%s"
                .formatted(settings.steps(), former.isPresent() ? ", on from where it was stopped" : ""));
        SelfSupervisedEncoder encoder = training.train(
                sample, former, checkpoint -> keep(project.id(), checkpoint), run::cancelled, run::progress);
        encoders.keep(project.id(), null);
        return encoder;
    }

    private void keep(ProjectId project, byte[] checkpoint) {
        try {
            encoders.keep(project, checkpoint);
        } catch (SQLException e) {
            throw new IllegalStateException("The encoder in training of project " + project + " was not kept", e);
        }
    }
}
