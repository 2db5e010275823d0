package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;

/** What nobody could store is the caller's mistake, and no incident. */
@QuarkusTest
class UnusableValueTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Test
    void aCharacterThatNoTextCanHave() {
        TestPerson administrator = people.administrator("Ada");
        administrator
                .api()
                .queryParam("deed", "\0")
                .get("/api/audit")
                .then()
                .statusCode(400)
                .body("code", equalTo("unusable_character"));
        administrator
                .api()
                .body(Map.of("labels", Map.of("cat\0", "c")))
                .put("/api/account/keys")
                .then()
                .statusCode(400)
                .body("code", equalTo("unusable_character"));
        assertThat(new TestBrowser()
                        .signIn("ada\0@example.org", "a long password")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDateThatNoCalendarHas() {
        TestPerson lead = people.person("Lead");
        String project = "/api/projects/" + projects.project(lead);
        for (String day : List.of("+300000-01-01", "+999999999-12-31")) {
            lead.api()
                    .queryParam("until", day)
                    .get(project + "/audit")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("until"));
        }
        lead.api()
                .queryParam("since", "+300000-01-01T00:00:00Z")
                .get(project + "/pace")
                .then()
                .statusCode(400)
                .body("code", equalTo("unusable_date"));
    }

    /** Else whoever is refused could leave a record that does not say so. */
    @Test
    void theRecordOfADeedSaysHowItEndedWhateverWasSent() {
        TestPerson lead = people.person("Lead");
        String project = "/api/projects/" + projects.project(lead);
        lead.api()
                .body(Map.of("role", "lead\0"))
                .put(project + "/members/" + lead.id())
                .then()
                .statusCode(400);
        lead.api().get(project + "/audit").then().statusCode(200).body("items[0].ending", equalTo("refused"));
    }

    @Test
    void whatIsNotedOfADeedIsWhatTheDatabaseCanHold() {
        DeedNote note = new DeedNote();
        note.put("role", "lead\0");
        assertThat(note.notes()).containsEntry("role", "lead\ufffd");
    }
}
