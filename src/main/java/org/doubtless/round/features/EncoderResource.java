package org.doubtless.round.features;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.learning.training.Augmentation;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** Whether an encoder is trained on a project's pool before its features are made, and how. */
@Path("/api/projects/{p}/encoder")
@Produces(MediaType.APPLICATION_JSON)
public class EncoderResource {
    private static final int MOST_STEPS = 100_000;

    private final Encoders encoders;

    EncoderResource(Encoders encoders) {
        this.encoders = encoders;
    }

    /**
     * @param augmentations how two views of an image may differ
     * @param steps of the training; null for the usual number
     */
    public record Wish(List<String> augmentations, Integer steps) {}

    @GET
    @Access(Who.LEAD)
    public Wish read(@PathParam("p") ProjectId project) throws SQLException {
        return encoders.wanted(project).map(EncoderResource::wish).orElseGet(() -> new Wish(List.of(), null));
    }

    @PUT
    @Access(Who.LEAD)
    public Wish want(@PathParam("p") ProjectId project, Wish wish) throws SQLException {
        Wish given = RequestBody.required(wish, "{\"augmentations\": [\"crop\", \"contrast\"]}");
        EncoderSettings settings = EncoderSettings.defaults();
        try {
            if (given.augmentations() != null) {
                settings = settings.withAugmentations(
                        given.augmentations().stream().map(Augmentation::named).toList());
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("augmentations", "The encoder was not changed: " + e.getMessage() + ".");
        }
        if (given.steps() != null) {
            if (given.steps() < 1 || given.steps() > MOST_STEPS) {
                throw Problem.badRequest(
                        "steps", "The encoder was not changed: steps must be from 1 to %,d.".formatted(MOST_STEPS));
            }
            settings = settings.withSteps(given.steps());
        }
        encoders.want(project, settings);
        return wish(settings);
    }

    @DELETE
    @Access(Who.LEAD)
    public void forget(@PathParam("p") ProjectId project) throws SQLException {
        encoders.forget(project);
    }

    private static Wish wish(EncoderSettings settings) {
        return new Wish(
                settings.augmentations().stream()
                        .sorted()
                        .map(Augmentation::label)
                        .toList(),
                settings.steps());
    }
}
