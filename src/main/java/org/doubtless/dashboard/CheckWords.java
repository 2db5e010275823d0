package org.doubtless.dashboard;

import java.util.Locale;
import org.doubtless.round.agreement.ChecksView;

/** Says how a person does on gold images and repeats: the figure with its width, whether chance may make it, and the reason. */
final class CheckWords {
    static final String NONE = "Too few to tell yet.";

    private CheckWords() {}

    static LabelsPage.CheckRow row(ChecksView.Reader reader) {
        return new LabelsPage.CheckRow(
                reader.name(),
                figure(reader.gold()),
                says(reader.gold(), "is the right answer"),
                figure(reader.repeats()),
                says(reader.repeats(), "came first"));
    }

    private static String figure(ChecksView.Part part) {
        return part.images() == 0
                ? "–"
                : String.format(
                        Locale.ENGLISH,
                        "%,d of %,d, %.0f %% (%.0f to %.0f)",
                        part.right(),
                        part.images(),
                        100 * part.share().value(),
                        100 * part.share().low(),
                        100 * part.share().high());
    }

    private static String says(ChecksView.Part part, String expected) {
        if (part.images() == 0) {
            return NONE;
        }
        String others = part.byChance() == null
                ? ""
                : part.byChance()
                        ? "Within chance of the others. "
                        : String.format(
                                Locale.ENGLISH,
                                "Further from the others’ %.0f %% than chance goes. ",
                                100 * part.others().value());
        ChecksView.Otherwise most = part.mostOften();
        return others
                + (most == null
                        ? ""
                        : String.format(
                                Locale.ENGLISH,
                                "Most often “%s” where “%s” %s: %,d times.",
                                most.said(),
                                most.expected(),
                                expected,
                                most.times()));
    }
}
