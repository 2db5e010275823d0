package org.doubtless.pool;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.account.SignedIn;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Access;
import org.doubtless.web.Problem;
import org.doubtless.web.Who;

/** One image: what is known about it, its bytes, its thumbnail, a picture that every browser shows. */
@Path("/api/images/{i}")
class ImageResource {
    private final ListImages images;
    private final ProjectOfImage projectOf;
    private final MayKnowArm mayKnowArm;
    private final SignedIn signedIn;
    private final ReadContent content;
    private final SendImage send;
    private final RenderView renderView;

    ImageResource(
            ListImages images,
            ProjectOfImage projectOf,
            MayKnowArm mayKnowArm,
            SignedIn signedIn,
            ReadContent content,
            SendImage send,
            RenderView renderView) {
        this.images = images;
        this.projectOf = projectOf;
        this.mayKnowArm = mayKnowArm;
        this.signedIn = signedIn;
        this.content = content;
        this.send = send;
        this.renderView = renderView;
    }

    @GET
    @Access(Who.VIEWER)
    public ImageRow one(@PathParam("i") ImageId id) throws SQLException {
        ProjectId project = projectOf.find(id).orElseThrow(() -> notFound(id));
        return images.one(project, id, new ListImages.Reader(signedIn.id(), mayKnowArm.in(project)))
                .orElseThrow(() -> notFound(id));
    }

    @GET
    @Path("/content")
    @Access(Who.VIEWER)
    public Response content(@PathParam("i") ImageId id, @Context HttpHeaders headers) throws SQLException, IOException {
        return send.original(head(id), SendImage.Wanted.of(headers));
    }

    @GET
    @Path("/thumbnail")
    @Access(Who.VIEWER)
    public Response thumbnail(@PathParam("i") ImageId id, @Context HttpHeaders headers)
            throws SQLException, IOException {
        ImageHead image = head(id);
        SendImage.Wanted wanted = SendImage.Wanted.of(headers);
        String tag = SendImage.tag(image.sha256() + "-thumbnail");
        if (SendImage.isKnown(wanted, tag)) {
            return SendImage.notModified(tag);
        }
        byte[] small = content.thumbnail(id).orElse(null);
        return small == null
                ? send.derived(image, tag, image.kind().format().mediaType(), content.all(image))
                : send.derived(image, tag, RenderView.mediaType(small), small);
    }

    @GET
    @Path("/view")
    @Access(Who.VIEWER)
    public Response view(@PathParam("i") ImageId id, @Context HttpHeaders headers) throws SQLException, IOException {
        ImageHead image = head(id);
        SendImage.Wanted wanted = SendImage.Wanted.of(headers);
        if (image.kind().isShownByBrowsers()) {
            return send.original(image, wanted);
        }
        String tag = SendImage.tag(image.sha256() + "-view");
        if (SendImage.isKnown(wanted, tag)) {
            return SendImage.notModified(tag);
        }
        byte[] picture = renderView.of(image);
        return send.derived(image, tag, RenderView.mediaType(picture), picture);
    }

    /** Scaled for a screen where it is large, so that the desk has it ready in time; its pixels are in the view. */
    @GET
    @Path("/screen")
    @Access(Who.VIEWER)
    public Response screen(@PathParam("i") ImageId id, @Context HttpHeaders headers) throws SQLException, IOException {
        ImageHead image = head(id);
        String tag = SendImage.tag(image.sha256() + "-screen");
        if (SendImage.isKnown(SendImage.Wanted.of(headers), tag)) {
            return SendImage.notModified(tag);
        }
        byte[] picture = renderView.forScreen(image);
        return send.derived(image, tag, RenderView.mediaType(picture), picture);
    }

    private ImageHead head(ImageId id) throws SQLException {
        return content.head(id).orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(ImageId id) {
        return Problem.notFound("image", id, "It may have been deleted; open the pool again.");
    }
}
