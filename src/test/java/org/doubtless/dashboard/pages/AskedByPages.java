package org.doubtless.dashboard.pages;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.doubtless.project.ProjectId;

/** The pages of an installation and of one of its projects, and what their scripts and their downloads ask for. */
final class AskedByPages {
    private static final int MODEL = MadeUpHistory.ROUNDS;

    private final ProjectId project;
    private final long first;
    private final int images;
    private final List<String> addresses = new ArrayList<>();

    AskedByPages(ProjectId project, long first, int images) {
        this.project = project;
        this.first = first;
        this.images = images;
    }

    /** @param read answers an address */
    List<String> addresses(Function<String, JsonPath> read) {
        JsonPath quality = read.apply("/api/projects/" + project + "/models/" + MODEL + "/quality");
        long truth = quality.getLong("classes[0].id");
        long taken =
                quality.getLong("cells.find { it.truth == " + truth + " && it.predicted != " + truth + " }.predicted");
        long job = read.apply("/api/projects/" + project + "/jobs").getLong("items[0].id");
        installation(job);
        pages();
        home();
        maps();
        models(truth, taken);
        labels();
        pool();
        work();
        return addresses;
    }

    private void installation(long job) {
        List<String> all = List.of(
                "/projects",
                "/projects/new",
                "/people",
                "/jobs",
                "/system",
                "/audit",
                "/account/tokens",
                "/account/keys");
        addresses.addAll(all);
        addresses.addAll(List.of(
                "/jobs/" + job,
                "/api/jobs",
                "/api/jobs/" + job,
                "/api/system",
                "/api/audit",
                "/api/audit?project=" + project,
                "/api/audit/csv",
                "/api/projects",
                "/api/accounts",
                "/api/account/work"));
    }

    private void pages() {
        for (String page : List.of(
                "home",
                "jobs",
                "label",
                "grid",
                "pool",
                "import",
                "maps/doubts",
                "maps/likeness",
                "models",
                "models/" + MODEL,
                "models/1",
                "labels",
                "labels/own",
                "disagreements",
                "replay",
                "export",
                "settings",
                "audit")) {
            addresses.add("/projects/" + project + "/" + page);
        }
    }

    private void home() {
        ask(
                "",
                "/status",
                "/status?blind=true",
                "/learning-curve",
                "/learning-curve.csv",
                "/automatic-labels",
                "/rounds",
                "/jobs",
                "/members",
                "/encoder",
                "/audit");
        for (String route : List.of("ask", "second_reader", "better_image", "automatic")) {
            ask("/images?route=" + route + "&limit=6");
        }
    }

    private void maps() {
        for (String colour : List.of("route", "class", "label", "state")) {
            ask("/maps/doubts?columns=64&rows=48&colour=" + colour);
            ask("/maps/likeness?columns=72&rows=72&colour=" + colour + "&xFrom=-0.02&xTo=1.02&yFrom=-0.02&yTo=1.02");
        }
        ask(
                "/maps/doubts?columns=64&rows=48&colour=route&prediction=3",
                "/maps/doubts?columns=64&rows=48&colour=route&dataFrom=0&dataTo=0.3&modelFrom=0&modelTo=0.25",
                "/maps/doubts?columns=64&rows=48&colour=state&dataFrom=0.3&dataTo=0.4&modelFrom=0.2&modelTo=0.3",
                "/maps/doubts?columns=64&rows=48&colour=class&dataFrom=0.45&dataTo=0.46&modelFrom=0.3&modelTo=0.31",
                "/maps/doubts/cells.csv?columns=64&rows=48&colour=route",
                "/maps/doubts/history",
                "/images?dataFrom=0.05&dataTo=0.5&modelFrom=0.05&modelTo=0.4&order=model&limit=24",
                "/images?dataFrom=0.45&dataTo=0.46&modelFrom=0.3&modelTo=0.31&order=model&limit=24",
                "/images?dataFrom=0&dataTo=0.01&modelFrom=0&modelTo=0.01&prediction=3&order=model&limit=24",
                "/images?dataFrom=0&dataTo=1&modelFrom=0&modelTo=0.001&order=model&limit=24",
                "/maps/likeness?columns=72&rows=72&colour=class&xFrom=0.2&xTo=0.3&yFrom=0.2&yTo=0.3",
                "/maps/likeness?columns=72&rows=72&colour=route&prediction=3&xFrom=-0.02&xTo=1.02&yFrom=-0.02&yTo=1.02",
                "/images?lasso=0.1,0.1,0.4,0.1,0.2,0.5&order=model&limit=24",
                "/images?lasso=0,0,1,0,1,1,0,1&order=model&limit=24",
                "/maps/likeness/strangers",
                "/maps/likeness/strangers.csv",
                "/maps/likeness/duplicates",
                "/maps/likeness/duplicates.csv",
                "/maps/likeness/similar?image=" + (first + 17),
                "/sendings");
    }

    private void models(long truth, long taken) {
        String model = "/models/" + MODEL;
        ask(
                "/models",
                model,
                model + "/quality",
                model + "/quality/images?truth=" + truth + "&predicted=" + truth,
                model + "/quality/images?truth=" + truth + "&predicted=" + taken,
                "/images?label=0&prediction=0&checkedBy=" + MODEL,
                model + "/quality/mistakes.csv",
                model + "/quality/percentages.csv",
                model + "/quality/answering.csv",
                model + "/quality/classes.csv",
                model + "/compare?with=" + (MODEL - 1));
    }

    private void labels() {
        ask(
                "/agreement",
                "/checks",
                "/work",
                "/label-check",
                "/replay",
                "/replay/csv",
                "/disagreements",
                "/disagreements?names=true",
                "/annotations?limit=50",
                "/pace",
                "/better-images.csv",
                "/export?format=csv&part=manifest");
    }

    /** As many orders, filters and deep pages as a lead may ask for. */
    private void pool() {
        long middle = first + images / 2;
        for (String query : List.of(
                "",
                "order=newest",
                "order=model",
                "order=data",
                "after=" + middle,
                "order=newest&after=" + middle,
                "order=model&after=0.01_" + middle,
                "order=model&after=0.00001_" + middle,
                "order=data&after=0.01_" + middle)) {
            ask("/images?" + query);
        }
        for (String state :
                List.of("waiting", "automatic", "labelled", "cannot_tell", "flagged", "disagreement", "set_aside")) {
            ask(
                    "/images?state=" + state,
                    "/images?state=" + state + "&order=newest",
                    "/images?state=" + state + "&order=model",
                    "/images?state=" + state + "&order=data");
        }
        for (String filter : List.of(
                "label=3",
                "state=labelled&label=3",
                "state=automatic&label=3",
                "prediction=3",
                "route=ask",
                "route=second_reader",
                "route=better_image",
                "route=automatic")) {
            ask(
                    "/images?" + filter,
                    "/images?" + filter + "&order=model",
                    "/images?" + filter + "&order=model&after=0.001_" + middle);
        }
    }

    /** What an image's own page and the desk ask for. */
    private void work() {
        addresses.add("/api/images/" + (first + images / 3));
        addresses.add("/api/images/" + (first + images / 3) + "/thumbnail");
    }

    private void ask(String... more) {
        for (String one : more) {
            addresses.add("/api/projects/" + project + one);
        }
    }
}
