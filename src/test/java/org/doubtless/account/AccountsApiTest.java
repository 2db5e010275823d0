package org.doubtless.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountsApiTest {
    @Inject
    TestPeople people;

    @Inject
    Sql sql;

    private TestPerson root;
    private final String email = "grace-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void administrator() {
        root = people.administrator("Root");
    }

    @Test
    void createsAnAccountThatCanSignIn() {
        root.api()
                .body(Map.of(
                        "email", email.replace("grace", "Grace"), "name", "Grace", "password", "correct horse battery"))
                .post("/api/accounts")
                .then()
                .statusCode(201)
                .body("email", equalTo(email))
                .body("administrator", equalTo(false))
                .body(not(containsString("password")));
        assertThat(sql.value("select password_hash from account where email = ?", String.class, email))
                .startsWith("$2a$12$");
        new TestBrowser().signIn(email, "correct horse battery").then().statusCode(303);
        root.api().get("/api/accounts").then().body("email", hasItem(email)).body(not(containsString("$2a$")));
    }

    @Test
    void refusesWhatIsNoAccount() {
        refuse("email", Map.of("email", "grace", "password", "correct horse battery"));
        refuse("email", Map.of("password", "correct horse battery"));
        refuse("password_too_short", Map.of("email", email, "password", "too short"));
        refuse("password_too_short", Map.of("email", email));
        refuse("password_too_long", Map.of("email", email, "password", "x".repeat(73)));
        refuse("too_long", Map.of("email", email, "password", "correct horse battery", "name", "x".repeat(201)));
    }

    private void refuse(String code, Map<String, Object> body) {
        root.api().body(body).post("/api/accounts").then().statusCode(400).body("code", equalTo(code));
    }

    @Test
    void refusesAnEmailThatIsTaken() {
        root.api()
                .body(Map.of(
                        "email", root.email().toUpperCase(java.util.Locale.ROOT), "password", "correct horse battery"))
                .post("/api/accounts")
                .then()
                .statusCode(409)
                .body("code", equalTo("email_taken"));
    }

    @Test
    void changesAnAccountAndSetsANewPassword() {
        TestPerson ada = people.person("Ada");
        TestBrowser browser = TestBrowser.signedIn(ada);
        root.api()
                .body(Map.of("name", "Ada L.", "password", "another long one"))
                .patch("/api/accounts/" + ada.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Ada L."));
        browser.get("/api/account").then().statusCode(401);
        new TestBrowser().signIn(ada.email(), "another long one").then().statusCode(303);
        root.api()
                .body(Map.of("name", "X"))
                .patch("/api/accounts/0")
                .then()
                .statusCode(404)
                .body("code", equalTo("account_not_found"));
    }

    @Test
    void theLastActiveAdministratorStays() {
        sql.update(
                "update account set administrator = false where id <> ?",
                root.id().value());
        TestPerson other = people.administrator("Other");
        root.api()
                .body(Map.of("active", false))
                .patch("/api/accounts/" + other.id())
                .then()
                .statusCode(200);
        for (String change : new String[] {"active", "administrator"}) {
            root.api()
                    .body(Map.of(change, false))
                    .patch("/api/accounts/" + root.id())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("last_administrator"));
        }
        root.api()
                .body(Map.of("active", true))
                .patch("/api/accounts/" + other.id())
                .then()
                .statusCode(200);
        root.api()
                .body(Map.of("administrator", false))
                .patch("/api/accounts/" + root.id())
                .then()
                .statusCode(200);
        root.api().get("/api/accounts").then().statusCode(403).body("code", equalTo("role_needed"));
    }
}
