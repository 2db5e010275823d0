package org.doubtless.round.features;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.doubtless.project.ProjectEncoder;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.RequestBody;
import org.doubtless.web.Who;

/** Whether an encoder is trained on a project's pool before its features are made, and how. */
@Path("/api/projects/{p}/encoder")
@Produces(MediaType.APPLICATION_JSON)
public class EncoderResource {
    private final ProjectEncoder encoder;

    EncoderResource(ProjectEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * @param augmentations how two views of an image may differ
     * @param steps of the training; null for the usual number
     */
    public record Wish(List<String> augmentations, Integer steps) {}

    @GET
    @Access(Who.LEAD)
    public Wish read(@PathParam("p") ProjectId project) {
        ProjectEncoder.State state = encoder.state(project);
        return state.wanted() ? wish(state) : new Wish(List.of(), null);
    }

    @PUT
    @Access(Who.LEAD)
    public Wish want(@PathParam("p") ProjectId project, Wish wish) {
        Wish given = RequestBody.required(wish, "{\"augmentations\": [\"crop\", \"contrast\"]}");
        encoder.want(project, given.augmentations(), given.steps());
        return wish(encoder.state(project));
    }

    @DELETE
    @Access(Who.LEAD)
    public void forget(@PathParam("p") ProjectId project) {
        encoder.forget(project);
    }

    private static Wish wish(ProjectEncoder.State state) {
        return new Wish(
                state.ways().stream()
                        .filter(ProjectEncoder.Way::allowed)
                        .map(ProjectEncoder.Way::name)
                        .toList(),
                state.steps());
    }
}
