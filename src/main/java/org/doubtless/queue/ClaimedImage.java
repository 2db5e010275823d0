package org.doubtless.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doubtless.pool.Withheld;
import org.doubtless.project.Labelling;

/** A claimed image as a page or a program sees it. Nothing in it tells the control arm from the rest. */
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
        String reason) {

    /** What the model would answer; the classes with their probabilities, likeliest first. */
    record Suggestion(String label, List<Share> probabilities) {}

    record Share(String label, double p) {}

    /** Divided by log C: 0 is sure, 1 is guessing among all classes; model + data = total. */
    record Uncertainty(double model, double data, double total) {}

    static ClaimedImage of(ServedImage served, Labelling project) {
        boolean withheld = new Withheld(project.seed(), project.measuringShare())
                .hides(served.image(), served.control() || served.reason().measures());
        return new ClaimedImage(
                served.image().value(),
                "/api/images/" + served.image() + "/view",
                "/api/images/" + served.image() + "/thumbnail",
                served.filename(),
                served.width(),
                served.height(),
                served.leasedUntil(),
                withheld || served.doubts() == null ? null : suggestion(served.doubts(), project),
                withheld || served.doubts() == null ? null : uncertainty(served.doubts()),
                withheld ? "withheld" : served.reason().word());
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

    private static Uncertainty uncertainty(ServedImage.Doubts doubts) {
        return new Uncertainty(doubts.epistemic(), doubts.aleatoric(), doubts.total());
    }
}
