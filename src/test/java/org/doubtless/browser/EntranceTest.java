package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntranceTest extends BrowserTest {
    private TestPerson ada;

    @BeforeEach
    void ada() {
        ada = people.administrator("Ada Lovelace");
    }

    @Test
    void a_wrong_password_is_said_and_the_right_one_leads_on() {
        visit.expectComplaint("status of 401");
        visit.open("/jobs");
        assertThat(visit.path()).startsWith("/login");
        visit.find("#email").fill(ada.email());
        visit.find("#password").fill("not this one");
        visit.press("Enter");
        assertThat(visit.find("#failure")).containsText("E-mail or password is wrong");
        assertThat(visit.find("#email")).hasValue(ada.email());
        visit.look("login-refused");
        assertThat(visit.find("#password")).isFocused();
        visit.page().keyboard().type(TestPerson.PASSWORD);
        visit.press("Enter");
        assertThat(visit.find("h1")).hasText("Jobs");
    }

    @Test
    void who_signs_out_is_out() {
        signIn(ada);
        visit.find(".avatar").click();
        visit.look("account-menu");
        visit.find("#account-menu form[action='/logout'] button").click();
        visit.page().waitForURL("**/login");
        visit.open("/projects");
        assertThat(visit.path()).startsWith("/login");
    }

    @Test
    void the_theme_stays_as_it_was_chosen() {
        signIn(ada);
        String light = ground();
        visit.find(".avatar").click();
        visit.find("[data-theme-choice=dark]").click();
        String dark = ground();
        assertThat(dark).isNotEqualTo(light);
        visit.open("/people");
        assertThat(ground()).isEqualTo(dark);
        visit.find(".avatar").click();
        assertThat(visit.find("[data-theme-choice=dark]")).hasAttribute("aria-pressed", "true");
        visit.find("[data-theme-choice=system]").click();
        assertThat(ground()).isEqualTo(light);
    }

    @Test
    void nothing_is_written_without_the_token_of_the_page() {
        visit.expectComplaint("status of 400");
        signIn(ada);
        for (String path : new String[] {"/api/projects", "/api/demo", "/people", "/logout", "/account/tokens"}) {
            Object status = visit.page()
                    .evaluate(
                            "([path, type]) => fetch(path, {method: 'POST', headers: {'Content-Type': type},"
                                    + " body: type.includes('json') ? '{}' : 'name=x'}).then(answer => answer.status)",
                            new String[] {
                                path,
                                path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded"
                            });
            assertThat(status).as(path).isEqualTo(400);
        }
        visit.open("/people");
        assertThat(visit.find("h1")).hasText("People");
        assertThat(sql.number(
                        "select count(*) from project where created_by = ?",
                        ada.id().value()))
                .isZero();
    }

    private String ground() {
        return (String) visit.find("body").evaluate("body => getComputedStyle(body).backgroundColor");
    }
}
