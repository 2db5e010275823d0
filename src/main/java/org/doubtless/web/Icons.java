package org.doubtless.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The icons of all pages, one picture. Its address has its version, so that a browser keeps it: a page that has lost the
 * network still shows the sign that says so.
 */
@ApplicationScoped
@Named("icons")
public class Icons {
    private static final String FOLDER = "/static/icons/";
    private static final String FILE = "icons.svg";
    private static final int LETTERS = 12;

    private final byte[] picture;
    private final String address;

    Icons() {
        picture = read();
        address = FOLDER + version(picture) + ".svg";
    }

    public String getAddress() {
        return address;
    }

    void install(@Observes Router router) {
        Buffer whole = Buffer.buffer(new String(picture, StandardCharsets.UTF_8));
        // A page that was opened before an update asks for the version of then.
        router.get(FOLDER + ":version").handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .putHeader(
                        HttpHeaders.CACHE_CONTROL,
                        context.normalizedPath().equals(address) ? "public, max-age=31536000, immutable" : "no-cache")
                .end(whole));
    }

    private static byte[] read() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return Objects.requireNonNull(file, "the program has no " + FILE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The icons cannot be read", e);
        }
    }

    private static String version(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
