package org.doubtless.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.web.PageLanguage;
import org.junit.jupiter.api.Test;

/** The language of a page is the person's own, and before anybody is known the browser's. */
@QuarkusTest
class LanguageTest {
    @Inject
    TestPeople people;

    @Test
    void whoChoseNoneReadsTheLanguageOfTheBrowser() {
        assertIsChinese(asked(new TestBrowser(), "fr, zh-CN;q=0.8, en;q=0.5"));
        assertIsEnglish(asked(new TestBrowser(), "en-GB, zh;q=0.9"));
        assertIsEnglish(asked(new TestBrowser(), "fr"));
        assertIsEnglish(new TestBrowser().get("/login"));
    }

    @Test
    void whatWasChosenGoesBeforeTheBrowsersAndHoldsOnEveryMachine() {
        TestPerson ada = people.person("Ada");
        TestBrowser here = TestBrowser.signedIn(ada);
        assertIsEnglish(here.get("/projects"));
        choose(here, "zh").then().statusCode(303).header("Location", endsWith("/projects"));
        assertIsChinese(here.get("/projects"));
        assertIsChinese(TestBrowser.signedIn(ada).get("/projects"));
        assertIsEnglish(TestBrowser.signedIn(people.person("Grace")).get("/projects"));
        choose(here, "en").then().statusCode(303);
        assertIsEnglish(asked(here, "zh"));
        assertIsEnglish(TestBrowser.signedIn(ada).get("/projects"));
    }

    @Test
    void itCanBeChosenBeforeSigningInAndStaysForWhoChoseNone() {
        TestBrowser browser = new TestBrowser();
        browser.get("/login");
        choose(browser, "zh").then().statusCode(303);
        assertIsChinese(browser.get("/login"));
        browser.signIn(people.person("Ada").email(), TestPerson.PASSWORD).then().statusCode(303);
        assertIsChinese(browser.get("/projects"));
    }

    @Test
    void theSwitchLeadsBackToItsPageAndToNoOtherSite() {
        TestBrowser browser = new TestBrowser();
        browser.get("/login");
        assertThat(goal(browser, "http://localhost/login?next=%2Fjobs")).endsWith("/login?next=%2Fjobs");
        assertThat(goal(browser, "http://localhost//elsewhere.example/")).endsWith("/projects");
        assertThat(goal(browser, "no address")).endsWith("/projects");
        choose(browser, "tlh").then().statusCode(400).body(containsString("no such language"));
        assertThat(browser.cookies()).doesNotContainKey(PageLanguage.COOKIE);
    }

    private static String goal(TestBrowser browser, String from) {
        return browser.request()
                .header("Referer", from)
                .contentType("application/x-www-form-urlencoded")
                .formParams(
                        Map.of("language", "zh", "csrf-token", browser.cookies().get("csrf-token")))
                .post("/language")
                .getHeader("Location");
    }

    private static Response choose(TestBrowser browser, String language) {
        return browser.postForm("/language", Map.of("language", language));
    }

    private static Response asked(TestBrowser browser, String languages) {
        return browser.request().header("Accept-Language", languages).get("/login");
    }

    private static void assertIsChinese(Response page) {
        page.then().statusCode(200).body(allOf(containsString("<html lang=\"zh-Hans\""), containsString("登录")));
    }

    private static void assertIsEnglish(Response page) {
        page.then().statusCode(200).body(allOf(containsString("<html lang=\"en\""), containsString("Sign ")));
    }
}
