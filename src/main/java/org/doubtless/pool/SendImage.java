package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Answers with an image's bytes. They came from strangers, so a browser is told to take them for nothing but the image
 * that they were found to be; and they never change, so that it may keep them.
 */
@ApplicationScoped
class SendImage {
    private static final long WHOLE = 1024 * 1024;

    private final ReadContent content;

    SendImage(ReadContent content) {
        this.content = content;
    }

    /** What the request says about what its sender has already. */
    record Wanted(String range, String ifRange, String ifNoneMatch) {
        static Wanted of(HttpHeaders headers) {
            return new Wanted(
                    headers.getHeaderString("Range"),
                    headers.getHeaderString("If-Range"),
                    headers.getHeaderString("If-None-Match"));
        }
    }

    Response original(ImageHead image, Wanted wanted) throws SQLException, IOException {
        String tag = tag(image.sha256());
        if (isKnown(wanted, tag)) {
            return notModified(tag);
        }
        boolean sameFile = wanted.ifRange() == null || wanted.ifRange().equals(tag);
        Optional<ByteRange> range = sameFile ? ByteRange.of(wanted.range(), image.length()) : Optional.empty();
        if (range.isPresent() && range.get().isOutside()) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + image.length())
                    .build();
        }
        long from = range.map(ByteRange::from).orElse(0L);
        long length = range.map(ByteRange::length).orElse(image.length());
        Response.ResponseBuilder answer = range.isPresent()
                ? Response.status(Response.Status.PARTIAL_CONTENT)
                        .header("Content-Range", range.get().contentRange(image.length()))
                : Response.ok();
        return guarded(answer, tag, image.kind().format().mediaType(), image.filename())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .entity(body(image, from, length))
                .build();
    }

    /** Bytes made from the image: a thumbnail, or what a browser can show. */
    Response derived(ImageHead image, String tag, String mediaType, byte[] bytes) {
        return guarded(Response.ok(bytes), tag, mediaType, image.filename()).build();
    }

    static String tag(String name) {
        return '"' + name + '"';
    }

    static boolean isKnown(Wanted wanted, String tag) {
        return wanted.ifNoneMatch() != null
                && (wanted.ifNoneMatch().contains(tag)
                        || wanted.ifNoneMatch().strip().equals("*"));
    }

    static Response notModified(String tag) {
        return cached(Response.notModified(), tag).build();
    }

    private Object body(ImageHead image, long from, long length) throws SQLException, IOException {
        if (length <= WHOLE) {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream((int) length);
            content.send(image.id(), from, length, bytes);
            return bytes.toByteArray();
        }
        return (StreamingOutput) out -> {
            try {
                content.send(image.id(), from, length, out);
            } catch (SQLException e) {
                throw new IOException("Image " + image.id() + " could not be read to its end", e);
            }
        };
    }

    private static Response.ResponseBuilder guarded(
            Response.ResponseBuilder answer, String tag, String mediaType, String filename) {
        return cached(answer, tag)
                .type(mediaType)
                .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded(filename))
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private static Response.ResponseBuilder cached(Response.ResponseBuilder answer, String tag) {
        return answer.header("ETag", tag).header("Cache-Control", "private, max-age=31536000, immutable");
    }

    private static String encoded(String filename) {
        String last = filename.substring(filename.lastIndexOf('/') + 1);
        return URLEncoder.encode(last, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
