package org.doubtless.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doubtless.round.agreement.AgreementView;

/** Says how far readers agree, for a lead. */
final class AgreementWords {
    private AgreementWords() {}

    /** Empty where nobody has read the same image yet. */
    static String sentence(AgreementView agreement) {
        if (agreement.images() == 0) {
            return "";
        }
        return String.format(
                Locale.ENGLISH,
                "Readers agree on %,d of %s, %s (%s).",
                agreement.same(),
                agreement.images() == 1 ? "one image" : String.format(Locale.ENGLISH, "%,d images", agreement.images()),
                percent(agreement.share().value()),
                percents(agreement.share()));
    }

    static List<LabelsPage.Figure> figures(AgreementView agreement) {
        List<LabelsPage.Figure> figures = new ArrayList<>();
        if (agreement.images() == 0) {
            return figures;
        }
        figures.add(new LabelsPage.Figure(
                "Krippendorff’s alpha",
                value(agreement.alpha()),
                interval(agreement.alpha()),
                "over all images with two readers or more"));
        if (agreement.fleiss() != null) {
            figures.add(new LabelsPage.Figure(
                    "Fleiss’ kappa",
                    value(agreement.fleiss().kappa()),
                    interval(agreement.fleiss().kappa()),
                    String.format(
                            Locale.ENGLISH,
                            "over the %,d with %d readers",
                            agreement.fleiss().images(),
                            agreement.fleiss().readers())));
        }
        return figures;
    }

    static LabelsPage.PairRow row(AgreementView.PairView pair) {
        return new LabelsPage.PairRow(
                pair.first(),
                pair.second(),
                String.format(Locale.ENGLISH, "%,d of %,d", pair.same(), pair.images()),
                percent(pair.share().value()),
                value(pair.kappa()),
                interval(pair.kappa()));
    }

    private static String value(AgreementView.Estimate figure) {
        return figure == null ? "–" : String.format(Locale.ENGLISH, "%.2f", figure.value());
    }

    private static String interval(AgreementView.Estimate figure) {
        return figure == null
                ? "too few different answers to tell"
                : String.format(Locale.ENGLISH, "%.2f to %.2f", figure.low(), figure.high());
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
    }

    private static String percents(AgreementView.Estimate share) {
        return String.format(Locale.ENGLISH, "%.0f to %.0f", 100 * share.low(), 100 * share.high());
    }
}
