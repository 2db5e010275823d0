package org.doubtless.account;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** People change their name and password in the browser, and administrators the password of one who forgot it. */
@QuarkusTest
class OwnAccountPageTest {
    private static final String NEW = "quite another one";

    @Inject
    TestPeople people;

    @Test
    void a_new_password_needs_the_old_one_and_ends_the_sessions_elsewhere() {
        TestPerson ada = people.person("Ada");
        TestBrowser here = TestBrowser.signedIn(ada);
        TestBrowser elsewhere = TestBrowser.signedIn(ada);
        here.get("/account").then().statusCode(200).body(containsString(ada.email()));
        here.postForm("/account/password", Map.of("oldPassword", "not it at all", "newPassword", NEW))
                .then()
                .statusCode(400)
                .body(containsString("The old password is wrong."));
        here.postForm("/account/password", Map.of("oldPassword", TestPerson.PASSWORD, "newPassword", "short"))
                .then()
                .statusCode(400);
        here.postForm("/account/password", Map.of("oldPassword", TestPerson.PASSWORD, "newPassword", NEW))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account?saved=true"));
        here.get("/account?saved=true").then().statusCode(200).body(containsString("Saved."));
        elsewhere.get("/account").then().statusCode(303);
        new TestBrowser().signIn(ada.email(), TestPerson.PASSWORD).then().statusCode(401);
        new TestBrowser().signIn(ada.email(), NEW).then().statusCode(303);
    }

    @Test
    void a_new_name_stands_and_none_is_refused() {
        TestPerson ada = people.person("Ada");
        TestBrowser browser = TestBrowser.signedIn(ada);
        browser.postForm("/account/name", Map.of("name", "Ada Lovelace")).then().statusCode(303);
        ada.api().get("/api/account").then().body("name", equalTo("Ada Lovelace"));
        browser.postForm("/account/name", Map.of("name", "x".repeat(201)))
                .then()
                .statusCode(400);
        ada.api().get("/api/account").then().body("name", equalTo("Ada Lovelace"));
    }

    @Test
    void an_administrator_sets_the_password_of_one_who_forgot_it() {
        TestPerson ada = people.person("Ada");
        TestBrowser root = TestBrowser.signedIn(people.administrator("Root"));
        root.postForm("/people/password", Map.of("account", "nobody", "password", NEW))
                .then()
                .statusCode(404);
        root.postForm("/people/password", Map.of("account", ada.id().toString(), "password", NEW))
                .then()
                .statusCode(303);
        new TestBrowser().signIn(ada.email(), NEW).then().statusCode(303);
    }
}
