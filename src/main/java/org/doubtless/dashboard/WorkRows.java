package org.doubtless.dashboard;

import java.util.List;
import java.util.Locale;
import org.doubtless.round.agreement.AgreementView;
import org.doubtless.round.agreement.WorkView;

/** People's work as the tables of a page show it: numbers only, the words around them are the page's. */
public record WorkRows(List<PersonRow> people, List<BinRow> byDoubt, List<CostRow> byClass, boolean same) {
    private static final double LITTLE = 0.05;

    /** A share in percent with its interval; {@code axis} is the same as a style sheet takes it. */
    public record Share(String value, String low, String high, String axis) {
        static Share of(AgreementView.Estimate estimate) {
            return estimate == null
                    ? null
                    : new Share(
                            whole(estimate.value()),
                            whole(estimate.low()),
                            whole(estimate.high()),
                            String.format(
                                    Locale.ENGLISH,
                                    "%.4f %.4f %.4f",
                                    estimate.low(),
                                    estimate.value(),
                                    estimate.high()));
        }
    }

    /** @param unclear in percent; null without a model */
    public record PersonRow(
            long account,
            String name,
            String answers,
            String seconds,
            String quick,
            String slow,
            String unclear,
            String together,
            Share agreement) {}

    /** @param last whether there is no bound above */
    public record BinRow(String above, String below, boolean first, boolean last, String images, Share agreement) {}

    /** @param part of the most costly one */
    public record CostRow(String name, String answers, String minutes, String seconds, String part) {}

    static WorkRows of(WorkView work) {
        double most = work.byClass().stream()
                .mapToDouble(WorkView.Cost::minutes)
                .max()
                .orElse(0);
        return new WorkRows(
                work.people().stream().map(WorkRows::row).toList(),
                work.byDoubt().stream().map(WorkRows::row).toList(),
                work.byClass().stream().map(cost -> row(cost, most)).toList(),
                overlap(work.people()));
    }

    /** Whether all people's intervals hold a common value: then chance alone may make their differences. */
    private static boolean overlap(List<WorkView.Person> people) {
        List<AgreementView.Estimate> known = people.stream()
                .map(WorkView.Person::agreement)
                .filter(estimate -> estimate != null)
                .toList();
        double low =
                known.stream().mapToDouble(AgreementView.Estimate::low).max().orElse(0);
        double high =
                known.stream().mapToDouble(AgreementView.Estimate::high).min().orElse(1);
        return known.size() > 1 && low <= high;
    }

    private static PersonRow row(WorkView.Person person) {
        return new PersonRow(
                person.account(),
                person.name(),
                Figures.count(person.answers()),
                tenths(person.seconds()),
                tenths(person.quick()),
                tenths(person.slow()),
                person.unclear() == null ? null : whole(person.unclear()),
                Figures.count(person.together()),
                Share.of(person.agreement()));
    }

    private static BinRow row(WorkView.Bin bin) {
        return new BinRow(
                String.format(Locale.ENGLISH, "%.2f", bin.above()),
                String.format(Locale.ENGLISH, "%.2f", bin.below()),
                bin.above() < LITTLE,
                bin.below() >= 1,
                Figures.count(bin.images()),
                Share.of(bin.agreement()));
    }

    private static CostRow row(WorkView.Cost cost, double most) {
        return new CostRow(
                cost.name(),
                Figures.count(cost.answers()),
                String.format(Locale.ENGLISH, "%,.1f", cost.minutes()),
                tenths(cost.seconds()),
                String.format(Locale.ENGLISH, "%.4f", most == 0 ? 0 : cost.minutes() / most));
    }

    private static String whole(double share) {
        return String.format(Locale.ENGLISH, "%.0f", 100 * share);
    }

    /** Null for none. */
    private static String tenths(Double seconds) {
        return seconds == null ? null : String.format(Locale.ENGLISH, "%.1f", seconds);
    }
}
