package org.doubtless.support;

import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.Species;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;

/** A project of drawn pollen with real rounds behind it, labelled as an expert would, a few seconds for each image. */
@Dependent
public class PollenHistory {
    private static final int NEVER = 10_000;

    private final TestPeople people;
    private final TestProjects projects;
    private final TestGrains grains;
    private final TestJobs jobs;
    private final Sql sql;
    private final List<Integer> active = new ArrayList<>();
    private final List<Integer> control = new ArrayList<>();
    private final Map<Integer, Long> images = new HashMap<>();
    private TestPerson lead;
    private ProjectId project;

    PollenHistory(TestPeople people, TestProjects projects, TestGrains grains, TestJobs jobs, Sql sql) {
        this.people = people;
        this.projects = projects;
        this.grains = grains;
        this.jobs = jobs;
        this.sql = sql;
    }

    /** So many images, about this share of which measures; then a round after each of these numbers of labels more. */
    public PollenHistory make(int number, double controlShare, int... turns) {
        lead = people.person("Lena Vogt");
        String[] classes = Arrays.stream(Species.values()).map(Species::label).toArray(String[]::new);
        project = projects.project(lead, new ProjectSettings(controlShare, NEVER, 900, 10), classes);
        grains.bring(lead, project, number);
        for (int index = 0; index < number; index++) {
            String find = " from image where project_id = ? and filename = ?";
            String name = PollenSlides.filename(index);
            images.put(index, sql.number("select id" + find, project.value(), name));
            boolean measures = sql.value("select arm = 'control'" + find, Boolean.class, project.value(), name);
            (measures ? control : active).add(index);
        }
        answer(control);
        for (int turn : turns) {
            answer(active.subList(0, turn));
            active.subList(0, turn).clear();
            round();
        }
        return this;
    }

    /** A round to its end; where one is under way, as after an import, the one that follows it, too. */
    private void round() {
        JsonPath asked = lead.api()
                .post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        jobs.await(lead, asked.getLong("job"));
        if (asked.getBoolean("follows")) {
            jobs.await(lead, sql.number("select max(job_id) from round where project_id = ?", project.value()));
        }
    }

    private void answer(List<Integer> some) {
        List<Map<String, Object>> items = IntStream.range(0, some.size())
                .mapToObj(k -> answer(some.get(k), k))
                .toList();
        lead.api()
                .body(Map.of("items", items))
                .post("/api/projects/" + project + "/annotations/bulk")
                .then()
                .statusCode(lessThan(300));
    }

    /** Where two names are as good, each is given every other time; what cannot be seen is not told. */
    private Map<String, Object> answer(int index, int k) {
        PollenSlides.Truth truth = TestGrains.truth(index);
        Species species = k % 2 == 0
                ? truth.species().orElse(null)
                : truth.other().or(truth::species).orElse(null);
        Map<String, Object> answer = new HashMap<>();
        answer.put("image", images.get(index));
        answer.put("clientKey", UUID.randomUUID().toString());
        answer.put("milliseconds", 4_000 + 137 * (k % 21));
        if (species == null) {
            answer.put("outcome", "cannot_tell");
        } else {
            answer.put("outcome", "labelled");
            answer.put("label", species.label());
        }
        return answer;
    }

    public TestPerson lead() {
        return lead;
    }

    public ProjectId project() {
        return project;
    }
}
