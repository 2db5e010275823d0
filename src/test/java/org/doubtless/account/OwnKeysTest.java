package org.doubtless.account;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** The keys that somebody chose are theirs, on every machine. */
@QuarkusTest
class OwnKeysTest {
    private static final String PATH = "/api/account/keys";

    @Inject
    TestPeople people;

    @Test
    void whoChoseNoneHasTheUsual() {
        people.person("Ada")
                .api()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("preset", equalTo("doubtless"))
                .body("actions", is(anEmptyMap()))
                .body("oneKey", is(true))
                .body("singleKeys", is(true));
    }

    @Test
    void theyAreKeptForTheirOwnerAlone() {
        TestPerson ada = people.person("Ada");
        put(ada, "{\"preset\": \"cvat\", \"labels\": {\"Hazel\": \"x\"}}");
        put(
                ada,
                "{\"preset\": \"prodigy\", \"actions\": {\"flag\": [\"x\", \"ctrl+f\"]}, \"labels\": {\"Hazel\": \"f\"},"
                        + " \"oneKey\": false, \"singleKeys\": false}");
        ada.api()
                .get(PATH)
                .then()
                .body("preset", equalTo("prodigy"))
                .body("actions.flag", contains("x", "ctrl+f"))
                .body("labels.Hazel", equalTo("f"))
                .body("oneKey", is(false))
                .body("singleKeys", is(false));
        people.person("Grace").api().get(PATH).then().body("preset", equalTo("doubtless"));
    }

    @Test
    void theyStayWithinBounds() {
        TestPerson ada = people.person("Ada");
        for (String body : new String[] {
            "{\"preset\": \"%s\"}".formatted("x".repeat(41)),
            "{\"labels\": {\"Hazel\": \"%s\"}}".formatted("x".repeat(41)),
            "{\"actions\": {\"flag\": null}}",
            "{\"actions\": {\"flag\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]}}"
        }) {
            ada.api().body(body).put(PATH).then().statusCode(400);
        }
    }

    /** A page that is still open when somebody else signs in must not answer in their name. */
    @Test
    void whatWasMeantForAnotherAccountIsNotDone() {
        TestPerson ada = people.person("Ada");
        ada.api().header("X-Account", ada.id().toString()).get(PATH).then().statusCode(200);
        ada.api().header("X-Account", ada.id().value() + 1).get(PATH).then().statusCode(401);
    }

    private static void put(TestPerson person, String body) {
        person.api().body(body).put(PATH).then().statusCode(200);
    }
}
