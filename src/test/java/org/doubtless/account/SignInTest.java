package org.doubtless.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {
    @Inject
    TestPeople people;

    private TestPerson ada;
    private TestPerson root;

    @BeforeEach
    void persons() {
        ada = people.person("Ada");
        root = people.administrator("Root");
    }

    @Test
    void signsInWithTheEmailInAnyCaseAndOut() {
        TestBrowser browser = new TestBrowser();
        browser.signIn(" " + ada.email().toUpperCase(Locale.ROOT), TestPerson.PASSWORD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/projects"));
        browser.get("/api/account").then().statusCode(200).body("email", equalTo(ada.email()));
        browser.postForm("/logout", Map.of()).then().statusCode(303).header("Location", endsWith("/login"));
        assertThat(browser.cookies()).doesNotContainKey(SessionCookie.NAME);
        browser.get("/api/account").then().statusCode(401);
    }

    @Test
    void signingOutEndsTheSessionInACopyOfItsCookieAndNoOther() {
        TestBrowser here = TestBrowser.signedIn(ada);
        TestBrowser elsewhere = TestBrowser.signedIn(ada);
        TestBrowser thief = new TestBrowser();
        thief.cookies().putAll(here.cookies());
        thief.get("/api/account").then().statusCode(200);
        here.postForm("/logout", Map.of()).then().statusCode(303);
        thief.get("/api/account").then().statusCode(401);
        elsewhere.get("/api/account").then().statusCode(200);
    }

    @Test
    void theCookieIsForThisSiteAndHttpOnly() {
        TestBrowser browser = new TestBrowser();
        var cookie = browser.signIn(ada.email(), TestPerson.PASSWORD).getDetailedCookie(SessionCookie.NAME);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getValue()).doesNotContain(ada.id().toString() + ".");
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        TestBrowser browser = new TestBrowser();
        browser.get("/login?next=/projects/7").then().body(containsString("value=\"/projects/7\""));
        Map<String, String> form =
                Map.of("email", ada.email(), "password", TestPerson.PASSWORD, "next", "/projects/7?tab=queue");
        browser.postForm("/login", form).then().header("Location", endsWith("/projects/7?tab=queue"));
    }

    @Test
    void goesToNoOtherSite() {
        assertThat(new LocalAddress("https://evil.example").path()).isEqualTo("/projects");
        assertThat(new LocalAddress("//evil.example").path()).isEqualTo("/projects");
        assertThat(new LocalAddress("/\\evil.example").path()).isEqualTo("/projects");
        assertThat(new LocalAddress("/\t/evil.example").path()).isEqualTo("/projects");
    }

    @Test
    void goesHomeWhenThePageThatWasAskedForIsNoAddress() {
        TestBrowser browser = new TestBrowser();
        browser.get("/login?next=/a%20b").then().statusCode(200);
        Map<String, String> form = Map.of("email", ada.email(), "password", TestPerson.PASSWORD, "next", "/a b");
        browser.postForm("/login", form).then().statusCode(303).header("Location", endsWith("/projects"));
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownEmail() {
        String wrong = failure(ada.email());
        String unknown = failure("nobody-" + ada.email());
        assertThat(wrong).isEqualTo(unknown).contains("E-mail or password is wrong");
    }

    private String failure(String email) {
        String html = new TestBrowser()
                .signIn(email, "wrong password")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        int alert = html.indexOf("role=\"alert\"");
        return html.substring(alert, html.indexOf("</p>", alert));
    }

    @Test
    void makesAGuesserWait() {
        TestBrowser browser = new TestBrowser();
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            browser.signIn(ada.email(), "wrong " + i).then().statusCode(401);
        }
        browser.signIn(ada.email(), TestPerson.PASSWORD).then().statusCode(429).body(containsString("Wait 5 minutes"));
        browser.signIn(root.email(), TestPerson.PASSWORD).then().statusCode(303);
    }

    @Test
    void aDeactivatedAccountIsOutAtOnce() {
        TestBrowser browser = TestBrowser.signedIn(ada);
        browser.get("/api/account").then().statusCode(200);
        root.api()
                .body(Map.of("active", false))
                .patch("/api/accounts/" + ada.id())
                .then()
                .statusCode(200);
        browser.get("/api/account").then().statusCode(401);
        ada.api().get("/api/account").then().statusCode(401);
        new TestBrowser().signIn(ada.email(), TestPerson.PASSWORD).then().statusCode(401);
        root.api()
                .body(Map.of("active", true))
                .patch("/api/accounts/" + ada.id())
                .then()
                .statusCode(200);
        ada.api().get("/api/account").then().statusCode(200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        TestBrowser here = TestBrowser.signedIn(ada);
        TestBrowser elsewhere = TestBrowser.signedIn(ada);
        elsewhere.get("/api/account").then().statusCode(200);
        Map<String, String> wrong = Map.of("oldPassword", "not this one", "newPassword", "a much better one");
        here.script().body(wrong).patch("/api/account").then().statusCode(400).body("code", equalTo("old_password"));
        Map<String, String> right = Map.of("oldPassword", TestPerson.PASSWORD, "newPassword", "a much better one");
        String renewed = here.script()
                .body(right)
                .patch("/api/account")
                .then()
                .statusCode(200)
                .extract()
                .cookie(SessionCookie.NAME);
        here.cookies().put(SessionCookie.NAME, renewed);
        here.get("/api/account").then().statusCode(200);
        elsewhere.get("/api/account").then().statusCode(401);
        new TestBrowser().signIn(ada.email(), "a much better one").then().statusCode(303);
    }

    @Test
    void guessingTheOldPasswordOfAnOpenSessionIsSlowedDownToo() {
        TestBrowser browser = TestBrowser.signedIn(ada);
        Map<String, String> wrong = Map.of("oldPassword", "not this one", "newPassword", "a much better one");
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            browser.script().body(wrong).patch("/api/account").then().statusCode(400);
        }
        Map<String, String> right = Map.of("oldPassword", TestPerson.PASSWORD, "newPassword", "a much better one");
        browser.script().body(right).patch("/api/account").then().statusCode(429);
        browser.get("/api/account").then().statusCode(200);
    }

    @Test
    void aPasswordThatAnAdministratorSetsEndsTokensToo() {
        root.api()
                .body(Map.of("password", "a much better one"))
                .patch("/api/accounts/" + ada.id())
                .then()
                .statusCode(200);
        ada.api().get("/api/account").then().statusCode(401);
    }

    @Test
    void aForgedOrBrokenCookieIsNobodys() {
        TestBrowser browser = TestBrowser.signedIn(ada);
        browser.cookies().merge(SessionCookie.NAME, "x", String::concat);
        browser.get("/api/account").then().statusCode(401);
        browser.cookies().put(SessionCookie.NAME, "%%%");
        browser.get("/api/account").then().statusCode(401);
    }
}
