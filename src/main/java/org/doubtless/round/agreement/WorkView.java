package org.doubtless.round.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What people's answers cost and how far two readers agree, by person, by data doubt and by class.
 *
 * @param people by name, never by figure; whoever leads no project sees only themselves, in whole tens
 * @param byDoubt empty for these, and where no image has two readers and a score
 * @param byClass empty for these
 */
public record WorkView(List<Person> people, List<Bin> byDoubt, List<Cost> byClass) {
    /**
     * Somebody's answers that stand.
     *
     * @param seconds that an answer takes, the median; null where no time was told
     * @param quick a quarter of the answers took less, and {@code slow}: a quarter took more
     * @param unclear share of the images read whose data doubt is high, by the published model; null without one
     * @param together pairs of this person's answer and another reader's to the same image
     * @param same pairs in which both said the same
     * @param agreement their share; null where there are none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Person(
            long account,
            String name,
            boolean own,
            int answers,
            Double seconds,
            Double quick,
            Double slow,
            Double unclear,
            int together,
            int same,
            AgreementView.Estimate agreement) {}

    /**
     * Images with two readers or more whose data doubt lies in a range.
     *
     * @param above the least data doubt, and {@code below}: what it stays under
     * @param same images on which all of them said the same
     */
    public record Bin(double above, double below, int images, int same, AgreementView.Estimate agreement) {}

    /**
     * What a class cost, taken-back answers included: their time was spent, too.
     *
     * @param name of the class; null for answers without one
     */
    public record Cost(String name, int answers, double minutes, Double seconds) {}

    /** Of whoever asks, only. */
    public WorkView own() {
        return new WorkView(people.stream().filter(Person::own).toList(), List.of(), List.of());
    }
}
