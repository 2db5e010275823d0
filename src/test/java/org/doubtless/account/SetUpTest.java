package org.doubtless.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SetUpTest {
    private static final int VISITORS = 8;

    @Inject
    Sql sql;

    @Inject
    EmptyInstallation installation;

    @BeforeEach
    @AfterEach
    void emptyInstallation() {
        installation.restore();
    }

    private static Map<String, String> form(String email) {
        return Map.of("name", "Ada", "email", email, "password", "correct horse battery");
    }

    @Test
    void everyPageLeadsToItUntilItIsDone() {
        TestBrowser browser = new TestBrowser();
        browser.get("/login").then().statusCode(303).header("Location", endsWith("/setup"));
        browser.get("/api/projects").then().statusCode(401);
        browser.get("/setup").then().statusCode(200).body(containsString("administrator"));
        browser.postForm("/setup", form("Ada@Example.org"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/projects"));
        assertThat(browser.get("/api/account").jsonPath().getString("email")).isEqualTo("ada@example.org");
        assertThat(browser.get("/api/account").jsonPath().getBoolean("administrator"))
                .isTrue();
        browser.get("/setup").then().statusCode(303).header("Location", endsWith("/login"));
        new TestBrowser().get("/login").then().statusCode(200);
    }

    @Test
    void refusesABadFormAndKeepsWhatWasTyped() {
        TestBrowser browser = new TestBrowser();
        browser.get("/setup");
        browser.postForm("/setup", Map.of("name", "Ada <b>", "email", "ada@example.org", "password", "short"))
                .then()
                .statusCode(400)
                .body(containsString("fewer than 10 characters"))
                .body(containsString("Ada &lt;b&gt;"));
        browser.postForm("/setup", Map.of("name", "Ada", "email", "ada", "password", "correct horse battery"))
                .then()
                .statusCode(400)
                .body(containsString("is not an e-mail address"));
        assertThat(sql.number("select count(*) from account")).isZero();
    }

    @Test
    void ofSeveralVisitorsAtOnceOneBecomesAdministrator() throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        try {
            List<Callable<Response>> visits = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                TestBrowser browser = new TestBrowser();
                browser.get("/setup");
                Map<String, String> form = form("visitor" + i + "@example.org");
                visits.add(() -> browser.postForm("/setup", form));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> visit : visitors.invokeAll(visits)) {
                statuses.add(visit.get().statusCode());
            }
            // On a machine with no time for so many hashes some are turned away at once, which is as good.
            assertThat(statuses).containsOnlyOnce(303).allMatch(status -> List.of(303, 409, 503)
                    .contains(status));
            assertThat(sql.number("select count(*) from account")).isOne();
            assertThat(sql.number("select count(*) from account where administrator"))
                    .isOne();
        } finally {
            visitors.shutdown();
        }
    }
}
