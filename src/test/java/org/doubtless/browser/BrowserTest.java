package org.doubtless.browser;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.Optional;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A test in a real browser: one visit for each test, in which the browser may complain of nothing. */
abstract class BrowserTest {
    private static Optional<Chromium> chromium = Optional.empty();

    @TestHTTPResource("/")
    String address;

    @Inject
    Sql sql;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    Visit visit;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void beginVisit() {
        Assumptions.assumeTrue(chromium.isPresent(), Chromium.NONE);
        visit = chromium.get().visit(address);
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

    /** Another visit, to the server's other name. */
    Visit elsewhere(String host) {
        return chromium.orElseThrow().visit(address.replaceFirst("127\\.0\\.0\\.1|localhost", host));
    }

    void signIn(TestPerson person) {
        signIn(visit, person);
    }

    /** Signs in by the page, as everybody does. */
    static void signIn(Visit visit, TestPerson person) {
        visit.open("/login");
        visit.find("#email").fill(person.email());
        visit.find("#password").fill(TestPerson.PASSWORD);
        visit.press("Enter");
        visit.page().waitForURL("**/projects");
    }
}
