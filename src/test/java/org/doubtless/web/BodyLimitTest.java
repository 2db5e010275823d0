package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Speaks by a bare socket, because no client sends what an attacker does. */
@QuarkusTest
class BodyLimitTest {
    private static final String LARGE = "Content-Length: 5000000000\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @TestHTTPResource("/")
    URI server;

    @Test
    void aLargeBodyIsRefusedBeforeItIsSent() throws IOException {
        assertThat(answer("POST /logout", LARGE)).startsWith("HTTP/1.1 413").contains("1,000,000");
        assertThat(answer("POST /login;/api/projects/1/images", LARGE)).startsWith("HTTP/1.1 413");
        assertThat(answer("PATCH /api/account", LARGE))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "\"code\":\"too_large\"", "nosniff");
    }

    @Test
    void aBodyOfUnknownLengthIsRefused() throws IOException {
        assertThat(answer("POST /logout", CHUNKED)).startsWith("HTTP/1.1 411");
        assertThat(answer("DELETE /api/tokens/1", CHUNKED + LARGE)).startsWith("HTTP/1.1 411");
    }

    @Test
    void aQuestionHasNoBody() throws IOException {
        assertThat(answer("GET /login", "Content-Length: 10\r\n")).startsWith("HTTP/1.1 400");
        assertThat(answer("GET /api/projects/1/images", CHUNKED)).startsWith("HTTP/1.1 400");
        assertThat(answer("GET /login", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void anUploadIsRefusedOnlyByItsOwnGate() throws IOException {
        assertThat(answer("POST /api/projects/1/images", "Content-Type: multipart/form-data; boundary=x\r\n" + LARGE))
                .startsWith("HTTP/1.1 401");
    }

    /** The first part of what the server says to these headers, with nothing sent after them. */
    private String answer(String line, String headers) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            String request = line + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            byte[] part = new byte[8192];
            do {
                int read = socket.getInputStream().read(part);
                if (read < 0) {
                    break;
                }
                answer.append(new String(part, 0, read, StandardCharsets.UTF_8));
            } while (!answer.toString().matches("(?s).*\r\n\r\n.+"));
            return answer.toString();
        }
    }
}
