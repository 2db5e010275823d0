package org.doubtless.account;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnDeskTest {
    private static final String PATH = "/api/account/desk";

    @Inject
    TestPeople people;

    @Test
    void whoever_hides_the_reasons_hides_them_for_nobody_else() {
        TestPerson ada = people.person("Ada");
        TestPerson ben = people.person("Ben");
        ada.api().get(PATH).then().statusCode(200).body("showWhy", is(true));
        ada.api().body("{\"showWhy\": false}").put(PATH).then().statusCode(200);
        ada.api().get(PATH).then().body("showWhy", is(false));
        ben.api().get(PATH).then().body("showWhy", is(true));
        ada.api().body("{\"showWhy\": true}").put(PATH).then().statusCode(200);
        ada.api().get(PATH).then().body("showWhy", is(true));
    }

    @Test
    void a_wish_without_an_answer_is_refused() {
        people.person("Ada")
                .api()
                .body("{}")
                .put(PATH)
                .then()
                .statusCode(400)
                .body("detail", containsString("showWhy"));
    }
}
