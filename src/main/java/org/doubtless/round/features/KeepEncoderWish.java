package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doubtless.learning.training.Augmentation;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.project.ProjectEncoder;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** Takes a lead's wish for an encoder, in words and numbers, if it is one. */
@ApplicationScoped
public class KeepEncoderWish implements ProjectEncoder {
    private static final int MOST_STEPS = 100_000;

    private final Encoders encoders;

    KeepEncoderWish(Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public State state(ProjectId project) {
        try {
            Optional<EncoderSettings> wanted = encoders.wanted(project);
            EncoderSettings shown = wanted.orElseGet(EncoderSettings::defaults);
            List<Way> ways = Arrays.stream(Augmentation.values())
                    .map(way -> new Way(way.label(), shown.augmentations().contains(way)))
                    .toList();
            return new State(wanted.isPresent(), ways, shown.steps());
        } catch (SQLException e) {
            throw new IllegalStateException("The encoder of project " + project + " cannot be read", e);
        }
    }

    @Override
    public void want(ProjectId project, List<String> ways, Integer steps) {
        EncoderSettings settings = EncoderSettings.defaults();
        try {
            if (ways != null) {
                settings = settings.withAugmentations(
                        ways.stream().map(Augmentation::named).toList());
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("augmentations", "The encoder was not changed: " + e.getMessage() + ".");
        }
        if (steps != null) {
            if (steps < 1 || steps > MOST_STEPS) {
                throw Problem.badRequest(
                        "steps", "The encoder was not changed: steps must be from 1 to %,d.".formatted(MOST_STEPS));
            }
            settings = settings.withSteps(steps);
        }
        try {
            encoders.want(project, settings);
        } catch (SQLException e) {
            throw new IllegalStateException("The encoder of project " + project + " cannot be kept", e);
        }
    }

    @Override
    public void forget(ProjectId project) {
        try {
            encoders.forget(project);
        } catch (SQLException e) {
            throw new IllegalStateException("The encoder of project " + project + " cannot be forgotten", e);
        }
    }
}
