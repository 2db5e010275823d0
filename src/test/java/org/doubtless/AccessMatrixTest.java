package org.doubtless;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doubtless.Endpoints.Endpoint;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.web.Access;
import org.doubtless.web.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint of the product, called by everybody there is: who gets in, and what the others are told. */
@QuarkusTest
class AccessMatrixTest {
    /** Path parameters that name something else than a part of the project; nothing has this id. */
    private static final String NOTHING = "999999999";

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();
    private Map<Caller, TestPerson> persons;

    private enum Caller {
        NOBODY,
        STRANGER,
        VIEWER,
        ANNOTATOR,
        LEAD,
        ADMINISTRATOR;

        boolean mayCall(Who who) {
            return switch (who) {
                case ANYONE -> true;
                case SIGNED_IN -> this != NOBODY;
                case VIEWER -> compareTo(VIEWER) >= 0;
                case ANNOTATOR -> compareTo(ANNOTATOR) >= 0;
                case LEAD -> compareTo(LEAD) >= 0;
                case ADMINISTRATOR -> this == ADMINISTRATOR;
            };
        }
    }

    private record Answer(int status, String location, String body) {
        boolean isProblem(String code) {
            return body.contains("\"code\":\"" + code + "\"");
        }
    }

    @BeforeEach
    void everybody() {
        persons = Map.of(
                Caller.STRANGER, people.person("Stranger"),
                Caller.VIEWER, people.person("Viewer"),
                Caller.ANNOTATOR, people.person("Annotator"),
                Caller.LEAD, people.person("Lead"),
                Caller.ADMINISTRATOR, people.administrator("Administrator"));
    }

    @TestFactory
    Stream<DynamicNode> everyEndpointByEveryCaller() {
        return Endpoints.in(ProductClasses.all()).stream()
                .map(endpoint -> DynamicContainer.dynamicContainer(
                        endpoint.toString(),
                        Stream.of(Caller.values())
                                .map(caller -> DynamicTest.dynamicTest(caller.name(), () -> check(endpoint, caller)))));
    }

    private void check(Endpoint endpoint, Caller caller) throws Exception {
        Who who = endpoint.method().getAnnotationOfType(Access.class).value();
        Answer answer = call(endpoint, caller);
        assertThat(answer.status()).as("%s: %s", endpoint, answer.body()).isNotEqualTo(500);
        if (caller.mayCall(who)) {
            // All calls here are made with tokens; a token may not make another, which is told past the access.
            boolean past = answer.body().contains("An API token cannot make another one");
            assertThat(!past && isDenial(answer))
                    .as("%s is denied: %s", caller, answer)
                    .isFalse();
        } else if (caller == Caller.NOBODY && endpoint.isApi()) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.isProblem("not_signed_in")).as(answer.body()).isTrue();
        } else if (caller == Caller.NOBODY) {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).contains("/login");
        } else if (caller == Caller.STRANGER && who != Who.ADMINISTRATOR) {
            assertThat(answer.status()).isEqualTo(404);
        } else {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(endpoint.isApi() && !answer.isProblem("role_needed")).isFalse();
        }
    }

    /** A 404 counts as one, for everything that the path names is there, but what {@link #NOTHING} stands for. */
    private static boolean isDenial(Answer answer) {
        boolean somethingElse = answer.body().contains(NOTHING);
        return answer.status() == 401 && !answer.body().contains("E-mail or password")
                || answer.status() == 403
                || answer.status() == 404 && !somethingElse
                || answer.location().contains("/login?");
    }

    private Answer call(Endpoint endpoint, Caller caller) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path(endpoint, caller)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", contentType(endpoint))
                .method(endpoint.verb(), HttpRequest.BodyPublishers.ofString(body(endpoint)));
        if (caller != Caller.NOBODY) {
            request.header("Authorization", "Bearer " + persons.get(caller).token());
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            // A stream of events never ends; its beginning is enough.
            String text = response.statusCode() < 400 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    text);
        }
    }

    /** The path to things of a project of its own, so that one call cannot disturb the next. */
    private String path(Endpoint endpoint, Caller caller) {
        ProjectId project = projects.project(persons.get(Caller.LEAD));
        projects.member(project, persons.get(Caller.VIEWER).id(), ProjectRole.VIEWER);
        projects.member(project, persons.get(Caller.ANNOTATOR).id(), ProjectRole.ANNOTATOR);
        long image = projects.image(project);
        String path = endpoint.path().replace("{p}", project.toString()).replace("{i}", Long.toString(image));
        if (path.contains("{j}")) {
            path = path.replace("{j}", Long.toString(projects.job(project)));
        }
        if (path.contains("{a}")) {
            path = path.replace("{a}", Long.toString(projects.annotation(project, image, annotator(caller))));
        }
        if (path.contains("{v}")) {
            path = path.replace("{v}", Long.toString(projects.modelVersion(project)));
        }
        return path.replaceAll("\\{[^}]*}", NOTHING);
    }

    /** Whose label it is: the caller's own, as annotators may withdraw no other. */
    private TestPerson annotator(Caller caller) {
        return persons.get(caller == Caller.NOBODY ? Caller.LEAD : caller);
    }

    private static String contentType(Endpoint endpoint) {
        return Endpoints.consumes(endpoint.method()).orElse("application/json");
    }

    private static String body(Endpoint endpoint) {
        boolean json = contentType(endpoint).equals("application/json");
        if (List.of("GET", "DELETE").contains(endpoint.verb()) || !json) {
            return "";
        }
        // The thousands that it draws unasked would keep the workers from the tests that follow.
        return endpoint.toString().endsWith("/api/demo") ? "{\"images\": 20}" : "{}";
    }
}
