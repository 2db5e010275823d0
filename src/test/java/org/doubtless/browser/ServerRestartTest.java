package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is killed under somebody who labels, and started again: nothing is lost, twice or out of order. */
@Tag("packaged")
class ServerRestartTest {
    private static final int GRAINS = 24;
    private static final String SESSION_KEY = "QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY";
    private static final Pattern SOME_WAIT = Pattern.compile("No network · [45] wait in this browser");

    @TempDir
    static Path folder;

    private static Optional<Chromium> chromium = Optional.empty();
    private static BuiltProduct product;
    private static Process web;

    private TestPerson annotator;
    private long project;
    private Visit visit;
    private Desk desk;

    @BeforeAll
    static void serve() throws Exception {
        chromium = Chromium.open();
        Assumptions.assumeTrue(chromium.isPresent(), Chromium.NONE);
        product = BuiltProduct.in(folder);
        web = product.serve();
    }

    @AfterAll
    static void close() {
        chromium.ifPresent(Chromium::close);
        if (product != null) {
            product.close();
        }
    }

    @BeforeEach
    void at_the_desk() {
        annotator = product.people().person("Ada Lovelace");
        project();
        visit = chromium.orElseThrow().visit(product.uri().toString());
        // While nobody answers, the browser says so of every call.
        visit.expectComplaint("ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED"
                + "|INCOMPLETE_CHUNKED_ENCODING)");
        BrowserTest.signIn(visit, annotator);
        desk = new Desk(visit).open(project);
    }

    @AfterEach
    void endVisit() {
        if (visit == null) {
            return;
        }
        try (Visit ended = visit) {
            ended.picture("last-" + getClass().getSimpleName());
            ended.assertFlawless();
        }
    }

    @Test
    void answers_arrive_once_and_in_order_when_the_server_is_back() throws Exception {
        desk.label("Birch");
        desk.label("Alder");
        desk.waitUntilSaved();
        // The next one is on its way when the server dies.
        desk.label("Oak");
        kill();
        for (String label : new String[] {"Birch", "Alder", "Oak", "Birch"}) {
            desk.label(label);
        }
        assertThat(desk.saved()).hasText(SOME_WAIT);
        visit.look("desk-server-away");
        web = product.serve();
        assertThat(desk.saved()).hasText("7 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak Birch Alder Oak Birch");
        desk.label("Alder");
        assertThat(desk.saved()).hasText("8 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak Birch Alder Oak Birch Alder");
        assertThat(product.sql()
                        .number("select count(distinct image_id) from annotation where project_id = ?", project))
                .isEqualTo(8);
    }

    @Test
    void a_page_that_is_loaded_after_the_restart_sends_what_waited() throws Exception {
        desk.label("Birch");
        desk.waitUntilSaved();
        kill();
        desk.label("Alder");
        desk.label("Oak");
        assertThat(desk.saved()).hasText("No network · 2 wait in this browser");
        visit.open("about:blank");
        web = product.serve();
        desk.open(project);
        assertThat(desk.saved()).hasText("2 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak");
    }

    /** With another key the new server knows nobody who was signed in. */
    @Test
    void answers_wait_until_their_person_has_signed_in_to_the_new_server() throws Exception {
        visit.expectComplaint("status of 401");
        desk.label("Birch");
        desk.waitUntilSaved();
        kill();
        desk.label("Alder");
        desk.label("Oak");
        assertThat(desk.saved()).hasText("No network · 2 wait in this browser");
        product.setting(SESSION_KEY, "another-key-another-key-another-key");
        web = product.serve();
        assertThat(desk.saved()).hasText("Signed out · 2 wait. Sign in to send them");
        desk.label("Birch");
        assertThat(desk.saved()).hasText("Signed out · 3 wait. Sign in to send them");
        assertThat(given()).isEqualTo("Birch");
        Page other = visit.page().waitForPopup(() -> desk.saved().locator("a").click());
        other.locator("#email").fill(annotator.email());
        other.locator("#password").fill(TestPerson.PASSWORD);
        other.keyboard().press("Enter");
        other.waitForURL("**/projects");
        other.close();
        assertThat(desk.saved()).hasText("4 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak Birch");
    }

    private static void kill() throws InterruptedException {
        web.destroyForcibly().waitFor();
    }

    private void project() {
        project = annotator
                .api()
                .baseUri(product.uri().toString())
                .body("""
                        {"name": "Grains of %s", "task": "classification", "classes": ["Birch", "Alder", "Oak"],
                         "settings": {"retraining": "paused"}}""".formatted(annotator.email()))
                .post("/api/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        RequestSpecification upload = annotator.bearer().baseUri(product.uri().toString());
        long job = TestGrains.send(upload, project, GRAINS);
        for (int look = 0; look < 2_000 && !over(job); look++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(over(job)).as("the import").isTrue();
    }

    private boolean over(long job) {
        return product.sql()
                .value("select state from job where id = ?", String.class, job)
                .equals("done");
    }

    /** The labels in the order in which they arrived. */
    private String given() {
        return product.sql()
                .value(
                        "select string_agg(c.name, ' ' order by a.id) from annotation a join project_class c on c.id = a.class_id"
                                + " where a.project_id = ?",
                        String.class,
                        project);
    }
}
