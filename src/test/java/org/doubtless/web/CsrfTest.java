package org.doubtless.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CsrfTest {
    @Inject
    TestPeople people;

    private TestPerson ada;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        ada = people.person("Ada");
        browser = TestBrowser.signedIn(ada);
    }

    @Test
    void aScriptWithTheHeaderMayWrite() {
        browser.script().body(Map.of("name", "one")).post("/api/tokens").then().statusCode(201);
    }

    @Test
    void withoutOrWithAWrongTokenNothingIsWritten() {
        browser.request()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "two"))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("csrf"))
                .body("detail", containsString("X-CSRF-TOKEN"));
        browser.request()
                .contentType(ContentType.JSON)
                .header("X-CSRF-TOKEN", "BBBBBBBBBBBBBBBBBBBBBB")
                .body(Map.of("name", "two"))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("code", equalTo("csrf"));
        browser.request()
                .multiPart("file", "x")
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("code", equalTo("csrf"));
        browser.request().delete("/api/tokens/1").then().statusCode(400).body("code", equalTo("csrf"));
        ada.api().get("/api/tokens").then().body("name", equalTo(java.util.List.of("test")));
    }

    @Test
    void aPageOfANeighbourIsRefusedThoughItHasTheToken() {
        for (String site : java.util.List.of("same-site", "cross-site")) {
            browser.script()
                    .header("Sec-Fetch-Site", site)
                    .body(Map.of("name", "five"))
                    .post("/api/tokens")
                    .then()
                    .statusCode(403);
        }
        browser.script()
                .header("Sec-Fetch-Site", "same-origin")
                .body(Map.of("name", "six"))
                .post("/api/tokens")
                .then()
                .statusCode(201);
        browser.request()
                .header("Sec-Fetch-Site", "cross-site")
                .get("/login")
                .then()
                .statusCode(200);
    }

    @Test
    void aFormWithoutItIsRefusedWithAPage() {
        browser.request()
                .contentType(ContentType.URLENC)
                .formParam("email", ada.email())
                .post("/login")
                .then()
                .statusCode(400)
                .contentType(ContentType.HTML)
                .body(containsString("CSRF token"));
    }

    @Test
    void aBearerCallNeedsNone() {
        ada.api().body(Map.of("name", "Ada")).patch("/api/account").then().statusCode(200);
        ada.bearer().cookies(browser.cookies()).delete("/api/tokens/0").then().statusCode(404);
    }

    @Test
    void aBrokenCookieIsRefusedWithWordsToo() {
        browser.cookies().put("csrf-token", "short");
        browser.script()
                .body(Map.of("name", "four"))
                .post("/api/tokens")
                .then()
                .statusCode(400)
                .body("code", equalTo("csrf"));
    }
}
