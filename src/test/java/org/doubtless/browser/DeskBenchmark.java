package org.doubtless.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.demo.pollen.Species;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long it takes from the key of an answer to the next image on the screen, through 500 labels. */
@Tag("benchmark")
@QuarkusTest
class DeskBenchmark extends BrowserTest {
    private static final int LABELS = 500;
    /** Faster than any person; the queue must keep up. */
    private static final int PAUSE = 120;

    /** A frame that is asked for when the next image stands in the page is painted with it; the one after that has seen it. */
    private static final String MEASURE = """
            () => {
              window.keyTimes = [];
              const view = document.querySelector('.stage-view');
              document.addEventListener('keydown', (event) => {
                const before = view.firstElementChild;
                const look = () => {
                  const now = view.firstElementChild;
                  if (now === before || now === null || !now.complete) requestAnimationFrame(look);
                  else requestAnimationFrame(() => window.keyTimes.push(performance.now() - event.timeStamp));
                };
                requestAnimationFrame(look);
              }, true);
            }
            """;

    @Inject
    TestGrains grains;

    @Test
    void from_the_key_to_the_next_image() {
        TestPerson annotator = people.person("Ada Lovelace");
        String[] species =
                List.of(Species.values()).stream().map(Species::label).toArray(String[]::new);
        ProjectId project = projects.project(annotator, new ProjectSettings(0.1, 100_000, 900, 20), species);
        grains.bring(annotator, project, LABELS + 20);
        signIn(annotator);
        Desk desk = new Desk(visit).open(project.value());
        visit.page().evaluate(MEASURE);
        for (int given = 0; given < LABELS; given++) {
            visit.press(Integer.toString(given % 9 + 1));
            visit.page().waitForFunction("given => window.keyTimes.length > given", given);
            visit.page().waitForTimeout(PAUSE);
        }
        desk.waitUntilSaved();
        assertThat(sql.number("select count(*) from annotation where project_id = ?", project.value()))
                .isEqualTo(LABELS);
        double[] times = ((List<?>) visit.page().evaluate("window.keyTimes"))
                .stream()
                        .mapToDouble(time -> ((Number) time).doubleValue())
                        .sorted()
                        .toArray();
        System.out.printf(
                "BENCHMARK desk, key to next image, %d labels: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                LABELS, times[LABELS / 2], times[LABELS * 95 / 100], times[LABELS - 1]);
    }
}
