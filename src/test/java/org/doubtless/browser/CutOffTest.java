package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that was answered is lost when the network, the session or the page goes away under the annotator. */
@QuarkusTest
class CutOffTest extends BrowserTest {
    private static final int GRAINS = 12;
    private static final int MANY = 9;
    private static final int MANY_GRAINS = 48;
    private static final int WARMING = 8;
    private static final int THROUGH_THE_CUT = 25;
    private static final String[] LABELS = {"Birch", "Alder", "Oak"};

    @Inject
    TestGrains grains;

    private TestPerson annotator;
    private ProjectId project;
    private Desk desk;

    @BeforeEach
    void at_the_desk() {
        annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, LABELS);
        grains.bring(annotator, project, GRAINS);
        signIn(annotator);
        desk = new Desk(visit).open(project.value());
    }

    @Test
    void answers_without_a_network_wait_and_arrive_once() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        visit.context().setOffline(true);
        desk.label("Birch");
        desk.label("Alder");
        desk.label("Oak");
        assertThat(desk.saved()).hasText("No network · 3 wait in this browser");
        assertThat(annotations()).isZero();
        visit.page().waitForFunction("() => document.querySelector('.saved svg').getBBox().width > 0");
        visit.look("desk-offline");
        visit.context().setOffline(false);
        assertThat(desk.saved()).hasText("3 saved");
        assertThat(annotations()).isEqualTo(3);
        assertThat(labelled()).isEqualTo(3);
    }

    /** As long as the images last that are ready. What is taken back before it leaves does not leave at all. */
    @Test
    void many_answers_without_a_network_arrive_in_their_order() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        visit.page().waitForFunction("() => document.querySelectorAll('.past-next').length > 0");
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        visit.context().setOffline(true);
        for (int k = 0; k < MANY; k++) {
            desk.label(LABELS[k % LABELS.length]);
        }
        visit.press("Control+z");
        desk.label("Birch");
        assertThat(desk.saved()).hasText("No network · 9 wait in this browser");
        visit.context().setOffline(false);
        desk.waitUntilSaved();
        assertThat(desk.saved()).hasText("9 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak Birch Alder Oak Birch Alder Birch");
        assertThat(annotations()).isEqualTo(MANY);
    }

    /** Twelve images are not two minutes for everybody: whoever is fast has more of them ready. */
    @Test
    void fast_hands_go_on_through_a_long_cut_and_a_lapsed_session() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        visit.expectComplaint("status of 401");
        grains.bring(annotator, project, MANY_GRAINS);
        desk.open(project.value());
        int given = 0;
        while (given < WARMING) {
            desk.label(LABELS[given++ % LABELS.length]);
        }
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        visit.context().setOffline(true);
        visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("doubtless-session"));
        while (given < WARMING + THROUGH_THE_CUT) {
            desk.label(LABELS[given++ % LABELS.length]);
        }
        assertThat(desk.saved()).hasText("No network · %d wait in this browser".formatted(THROUGH_THE_CUT));
        visit.look("desk-offline-long");
        visit.context().setOffline(false);
        assertThat(desk.saved()).hasText("Signed out · %d wait. Sign in to send them".formatted(THROUGH_THE_CUT));
        signInAgain();
        assertThat(desk.saved()).hasText("%d saved".formatted(given));
        assertThat(given()).isEqualTo(inTurn(given));
        assertThat(annotations()).isEqualTo(given);
        assertThat(labelled()).isEqualTo(given);
    }

    private static String inTurn(int answers) {
        return IntStream.range(0, answers)
                .mapToObj(k -> LABELS[k % LABELS.length])
                .collect(Collectors.joining(" "));
    }

    private void signInAgain() {
        Page other = visit.page().waitForPopup(() -> desk.saved().locator("a").click());
        other.locator("#email").fill(annotator.email());
        other.locator("#password").fill(TestPerson.PASSWORD);
        other.keyboard().press("Enter");
        other.waitForURL("**/projects");
        other.close();
    }

    @Test
    void a_server_that_starts_anew_gets_what_was_answered_meanwhile() {
        visit.expectComplaint("ERR_CONNECTION_REFUSED");
        visit.context().route("**/api/**", route -> route.abort("connectionrefused"));
        desk.label("Birch");
        desk.label("Alder");
        assertThat(desk.saved()).hasText("No network · 2 wait in this browser");
        visit.context().unroute("**/api/**");
        assertThat(desk.saved()).hasText("2 saved");
        assertThat(given()).isEqualTo("Birch Alder");
    }

    @Test
    void an_answer_whose_receipt_is_lost_is_kept_once() {
        visit.expectComplaint("ERR_FAILED");
        boolean[] lost = {false};
        visit.page().route("**/annotations", route -> {
            if (lost[0]) {
                route.resume();
            } else {
                lost[0] = true;
                route.fetch();
                route.abort();
            }
        });
        desk.label("Birch");
        assertThat(desk.saved()).hasText("1 saved");
        assertThat(lost[0]).isTrue();
        assertThat(annotations()).isEqualTo(1);
    }

    @Test
    void what_waited_in_a_closed_page_is_sent_by_the_next() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        visit.context().setOffline(true);
        desk.label("Birch");
        assertThat(desk.saved()).hasText("No network · 1 waits in this browser");
        visit.open("about:blank");
        visit.context().setOffline(false);
        desk.open(project.value());
        // The closing page may have sent it with its last breath; then this page has nothing left to send.
        for (int look = 0; look < 300 && annotations() == 0; look++) {
            visit.page().waitForTimeout(100);
        }
        assertThat(annotations()).isEqualTo(1);
        assertThat(desk.saved()).hasText(Pattern.compile("[01] saved"));
    }

    @Test
    void answers_wait_for_who_is_signed_out() {
        visit.expectComplaint("status of 401");
        visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("doubtless-session"));
        desk.label("Birch");
        assertThat(desk.saved()).hasText("Signed out · 1 wait. Sign in to send them");
        visit.look("desk-signed-out");
        signInAgain();
        assertThat(desk.saved()).hasText("1 saved");
        assertThat(annotations()).isEqualTo(1);
    }

    /** A label that is none, as when a lead has taken it away meanwhile. */
    @Test
    void an_answer_that_is_not_taken_is_told_of_with_the_reason_and_holds_up_no_other() {
        visit.expectComplaint("status of 400");
        visit.page().route("**/annotations", route -> {
            String sent = route.request().postData();
            route.resume(new Route.ResumeOptions().setPostData(sent.replace("Oak", "Hazel")));
        });
        desk.label("Birch");
        desk.label("Oak");
        desk.label("Alder");
        assertThat(desk.saved()).containsText("1 not taken");
        assertThat(desk.saved()).containsText("Hazel");
        assertThat(visit.find(".strip .past").nth(2)).containsText("Alder");
        visit.lookEverywhere("desk-not-taken");
        desk.saved().click();
        assertThat(desk.saved()).hasText("2 saved");
        assertThat(given()).isEqualTo("Birch Alder");
    }

    @Test
    void a_desk_that_gets_no_images_says_so_and_goes_on_by_a_press() {
        visit.expectComplaint("ERR_FAILED");
        visit.context().route("**/queue/claim", route -> route.abort());
        visit.page().reload();
        assertThat(visit.find(".stage-message")).containsText("Try again");
        visit.lookEverywhere("desk-no-answer");
        visit.context().unroute("**/queue/claim");
        visit.find(".stage-message button").first().click();
        desk.asks();
        assertThat(visit.find(".stage-message")).isHidden();
    }

    /** The cookie lives shorter than a long day at the desk. */
    @Test
    void a_lapsed_csrf_cookie_costs_no_answer() {
        visit.expectComplaint("status of 400");
        visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("csrf-token"));
        desk.label("Birch");
        desk.label("Alder");
        assertThat(desk.saved()).hasText("2 saved");
        assertThat(annotations()).isEqualTo(2);
    }

    /** Browsers take things away from pages that come by a plain name without TLS. */
    @Test
    void the_desk_works_in_a_local_network() {
        try (Visit colleague = elsewhere("doubtless.test")) {
            colleague.expectComplaint("Cross-Origin-Opener-Policy");
            signIn(colleague, annotator);
            Desk there = new Desk(colleague).open(project.value());
            there.label("Birch");
            assertThat(there.saved()).hasText("1 saved");
            colleague.assertFlawless();
        }
    }

    /** The labels in the order in which they arrived. */
    private String given() {
        return sql.value(
                "select string_agg(c.name, ' ' order by a.id) from annotation a join project_class c on c.id = a.class_id"
                        + " where a.project_id = ?",
                String.class,
                project.value());
    }

    private long annotations() {
        return sql.number("select count(*) from annotation where project_id = ?", project.value());
    }

    private long labelled() {
        return sql.number("select count(*) from image where project_id = ? and state = 'labelled'", project.value());
    }
}
