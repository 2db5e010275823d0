package org.doubtless.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuardOperationsTest {
    @Inject
    TestPeople people;

    @Test
    void metricsAreForAdministrators() {
        given().get("/q/metrics").then().statusCode(401);
        given().header("Authorization", "Bearer wrong").get("/q/metrics").then().statusCode(401);
        people.person("Ada").bearer().get("/q/metrics").then().statusCode(403);
        TestPerson root = people.administrator("Root");
        root.bearer().get("/q/metrics").then().statusCode(200);
        TestBrowser.signedIn(root).get("/q/metrics").then().statusCode(200);
    }

    @Test
    void theApiDocumentIsForPeopleWhoAreSignedIn() {
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/openapi.json").then().statusCode(401);
        people.person("Ada").bearer().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void healthIsForEverybodyAndTellsNobodyWhichProcessItIs() {
        given().get("/q/health/live").then().statusCode(200);
        assertThat(given().get("/q/health/well").then().extract().asString())
                .contains("phase")
                .doesNotContain("\"process\"", "lastDeath");
    }

    @Test
    void picturesWithoutAVersionAreAskedForAgain() {
        given().get("/static/mark.svg").then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void iconsAreKeptAsTheyAreNamedByTheirContent() {
        String page = given().get("/login").then().extract().asString();
        String address = page.replaceAll("(?s).*<meta name=\"icons\" content=\"([^\"]+)\".*", "$1");
        given().get(address)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", containsString("immutable"));
        given().get("/static/icons/000000000000.svg")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"));
    }
}
