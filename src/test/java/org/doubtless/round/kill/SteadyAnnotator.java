package org.doubtless.round.kill;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.support.TestPerson;

/** Labels on and on whatever happens, as the page does: what was not acknowledged is sent again with the same key. */
final class SteadyAnnotator implements AutoCloseable {
    private static final double SENT_TWICE = 0.1;

    private final URI server;
    private final TestPerson person;
    private final long project;
    private final Duration pace;
    private final SplittableRandom random = new SplittableRandom(3);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::label, "annotator");
    private volatile boolean over;
    private volatile boolean paused;

    SteadyAnnotator(URI server, TestPerson person, long project, Duration pace) {
        this.server = server;
        this.person = person;
        this.project = project;
        this.pace = pace;
    }

    void start() {
        thread.start();
    }

    /** The client keys of all answers that the server said it has. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }

    private void label() {
        while (!over) {
            LockSupport.parkNanos(paused ? Duration.ofSeconds(1).toNanos() : pace.toNanos());
            JsonPath claimed = new JsonPath(send("/api/projects/" + project + "/queue/claim", "{\"count\":1}"));
            if (claimed.getList("items").isEmpty()) {
                paused = true;
                continue;
            }
            String label = claimed.getString("items[0].filename").replaceAll("^([a-z]+)-.*", "$1");
            String key = UUID.randomUUID().toString();
            String answer = "{\"image\":%d,\"outcome\":\"labelled\",\"label\":\"%s\",\"clientKey\":\"%s\"}"
                    .formatted(claimed.getLong("items[0].image"), label, key);
            send("/api/projects/" + project + "/annotations", answer);
            acknowledged.add(key);
            if (random.nextDouble() < SENT_TWICE) {
                send("/api/projects/" + project + "/annotations", answer);
            }
        }
    }

    private String send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", ContentType.JSON.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        while (true) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 300) {
                    return response.body();
                }
                if (response.statusCode() < 500) {
                    throw new IllegalStateException(path + ": " + response.body());
                }
            } catch (IOException e) {
                LockSupport.parkNanos(pace.toNanos());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
