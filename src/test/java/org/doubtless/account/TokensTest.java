package org.doubtless.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensTest {
    @Inject
    TestPeople people;

    @Inject
    Sql sql;

    private TestPerson ada;

    @BeforeEach
    void person() {
        ada = people.person("Ada");
    }

    private ValidatableResponse create() {
        return TestBrowser.signedIn(ada)
                .script()
                .body(Map.of("name", "nightly import"))
                .post("/api/tokens")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse call(String authorization) {
        return given().redirects()
                .follow(false)
                .header("Authorization", authorization)
                .get("/api/account")
                .then();
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("not_signed_in"))
                .body("detail", notNullValue());
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        String token = create().extract().path("token");
        assertThat(token).matches("dbl_[A-Za-z0-9_-]{43}");
        call("Bearer " + token).statusCode(200).body("email", equalTo(ada.email()));
        assertThat(ada.api().get("/api/tokens").asString())
                .contains("nightly import")
                .doesNotContain(token);
        assertThat(sql.number(
                        "select count(*) from api_token where hash = sha256(?::text::bytea) and account_id = ?",
                        token,
                        ada.id().value()))
                .isOne();
        assertThat(sql.number("select count(*) from api_token t where strpos(t::text, ?) > 0", token))
                .isZero();
    }

    @Test
    void makesNoOtherToken() {
        ada.api()
                .body(Map.of("name", "child"))
                .post("/api/tokens")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("create-token"));
        ada.bearer().formParam("name", "child").post("/account/tokens").then().statusCode(403);
        ada.api().get("/api/tokens").then().body("name", equalTo(List.of("test")));
    }

    @Test
    void endsWithTheOldPassword() {
        String other = people.token(ada.id());
        ada.api()
                .body(Map.of("oldPassword", TestPerson.PASSWORD, "newPassword", "a much better one"))
                .patch("/api/account")
                .then()
                .statusCode(200);
        refused(call("Bearer " + ada.token()));
        refused(call("Bearer " + other));
    }

    @Test
    void endsWhenRevoked() {
        ValidatableResponse created = create();
        String bearer = "Bearer " + created.extract().path("token");
        int id = created.extract().path("id");
        call(bearer).statusCode(200);
        TestPerson bob = people.person("Bob");
        bob.api().delete("/api/tokens/" + id).then().statusCode(404).body("code", equalTo("token_not_found"));
        ada.api().delete("/api/tokens/" + id).then().statusCode(204);
        refused(call(bearer));
        ada.api().get("/api/tokens").then().body("id", not(equalTo(id)));
        ada.api().delete("/api/tokens/" + id).then().statusCode(404);
    }

    @Test
    void aBadTokenIsRefusedAndNeverRedirected() {
        refused(call("Bearer dbl_0000000000000000000000000000000000000000000"));
        refused(call("Bearer "));
        refused(call("bearer x"));
        refused(given().redirects().follow(false).get("/api/account").then());
        refused(given().redirects().follow(false).delete("/api/projects/1").then());
    }

    @Test
    void doesNotFallBackToTheSession() {
        TestBrowser browser = TestBrowser.signedIn(ada);
        refused(browser.request()
                .header("Authorization", "Bearer wrong")
                .get("/api/account")
                .then());
    }

    @Test
    void lastUseIsWrittenOnceAMinute() {
        String token = create().extract().path("token");
        String lastUse = "select last_used_at::text from api_token where hash = sha256(?::text::bytea)";
        assertThat(sql.value(lastUse, String.class, token)).isNull();
        call("Bearer " + token).statusCode(200);
        String first = sql.value(lastUse, String.class, token);
        assertThat(first).isNotNull();
        // Another process has nothing in memory, and so asks the database.
        ada.api()
                .body(Map.of("name", "Ada Lovelace"))
                .patch("/api/account")
                .then()
                .statusCode(200);
        call("Bearer " + token).statusCode(200);
        assertThat(sql.value(lastUse, String.class, token)).isEqualTo(first);
        sql.update("update api_token set last_used_at = last_used_at - interval '61 seconds'");
        ada.api().body(Map.of("name", "Ada")).patch("/api/account").then().statusCode(200);
        call("Bearer " + token).statusCode(200);
        assertThat(sql.value(lastUse, String.class, token)).isGreaterThanOrEqualTo(first);
    }
}
