package org.doubtless.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doubtless.pool.Withheld;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.Labelling;

/**
 * A claimed image as a page or a program sees it. Nothing in it tells the control arm from the rest.
 *
 * @param votes what the networks take it for, most votes first; null where that is withheld, hidden or not known
 * @param nearest labelled images that look like it; empty where they are withheld, hidden or not known
 * @param reason withheld or hidden where it is not told
 * @param rank null where it was not ranked, or that is not told
 */
record ClaimedImage(
        long image,
        String url,
        String thumbnail,
        String filename,
        int width,
        int height,
        Instant leasedUntil,
        Suggestion suggestion,
        Uncertainty uncertainty,
        List<Vote> votes,
        List<Nearest> nearest,
        String reason,
        ServedImage.Rank rank) {

    /** What the model would answer; the classes with their probabilities, likeliest first. */
    record Suggestion(String label, List<Share> probabilities) {}

    record Share(String label, double p) {}

    /** So many networks take the image for this class. */
    record Vote(String label, int networks) {}

    /** A labelled image that looks like it. */
    record Nearest(long image, String thumbnail, String label) {}

    /** Divided by log C: 0 is sure, 1 is guessing among all classes; model + data = total. */
    record Uncertainty(double model, double data, double total) {}

    static Withheld withheldIn(Labelling project) {
        return new Withheld(project.seed(), project.measuringShare());
    }

    static boolean withheld(ServedImage served, Withheld withheld) {
        return withheld.hides(
                served.image(), served.control() || served.reason().measures());
    }

    /** @param nearest labelled images that look like it; used only where nothing is withheld */
    static ClaimedImage of(ServedImage served, Labelling project, List<LookAlikes.LookAlike> nearest) {
        boolean withheld = withheld(served, withheldIn(project));
        boolean tells = !withheld && project.showWhy();
        return new ClaimedImage(
                served.image().value(),
                "/api/images/" + served.image() + "/view",
                "/api/images/" + served.image() + "/thumbnail",
                served.filename(),
                served.width(),
                served.height(),
                served.leasedUntil(),
                withheld || served.doubts() == null ? null : suggestion(served.doubts(), project),
                !tells || served.doubts() == null ? null : uncertainty(served.doubts()),
                !tells || served.doubts() == null ? null : votes(served.doubts().votes(), project.labels()),
                !tells ? List.of() : nearest.stream().map(ClaimedImage::nearest).toList(),
                withheld ? "withheld" : tells ? served.reason().word() : "hidden",
                // What is asked to measure people stands in no queue: a gap in the places would tell it from the rest.
                tells && !project.checks().on() ? served.rank() : null);
    }

    private static Suggestion suggestion(ServedImage.Doubts doubts, Labelling project) {
        List<Share> shares = new ArrayList<>();
        int known = Math.min(doubts.probabilities().length, project.labels().size());
        for (int c = 0; c < known; c++) {
            shares.add(new Share(project.labels().classes().get(c).name(), doubts.probabilities()[c]));
        }
        shares.sort(Comparator.comparingDouble(Share::p).reversed());
        return new Suggestion(shares.get(0).label(), List.copyOf(shares));
    }

    private static List<Vote> votes(Votes votes, LabelSchema labels) {
        return votes == null
                ? null
                : votes.most().stream()
                        .filter(vote -> vote.position() < labels.size())
                        .map(vote ->
                                new Vote(labels.classes().get(vote.position()).name(), vote.networks()))
                        .toList();
    }

    private static Nearest nearest(LookAlikes.LookAlike one) {
        return new Nearest(one.image().value(), "/api/images/" + one.image() + "/thumbnail", one.label());
    }

    private static Uncertainty uncertainty(ServedImage.Doubts doubts) {
        return new Uncertainty(doubts.epistemic(), doubts.aleatoric(), doubts.total());
    }
}
