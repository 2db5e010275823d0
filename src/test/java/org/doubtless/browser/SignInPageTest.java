package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInPageTest extends BrowserTest {
    private TestPerson ada;

    @BeforeEach
    void ada() {
        ada = people.administrator("Ada Lovelace");
    }

    @Test
    void a_wrong_password_is_said_and_the_right_one_leads_on() {
        visit.expectComplaint("401");
        visit.open("/projects");
        visit.find("#email").fill(ada.email());
        visit.find("#password").fill("not this one");
        visit.press("Enter");
        assertThat(visit.find("#failure")).isVisible();
        assertThat(visit.find("#email")).hasValue(ada.email());
        visit.look("login-refused");
        visit.find("#password").fill(TestPerson.PASSWORD);
        visit.press("Enter");
        visit.page().waitForURL("**/projects");
    }
}
