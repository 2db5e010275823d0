package org.doubtless.round.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** How often each person was right where the answer is known, and said the same again; by name, never by figure. */
public record ChecksView(List<Reader> readers) {
    /** @param own whether it is whoever asks */
    public record Reader(long account, String name, boolean own, Part gold, Part repeats) {}

    /**
     * @param images that count; for those who label, the whole tens of them: one more would tell which image was a check
     * @param share right of them, with its interval; null where there are none
     * @param others the same of all others together; null for those who see only their own, and where there are none
     * @param byChance whether chance alone may make the difference to the others; null where there is none
     * @param mostOften what went otherwise most often; null where nothing did twice
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            int images,
            int right,
            AgreementView.Estimate share,
            AgreementView.Estimate others,
            Boolean byChance,
            Otherwise mostOften) {}

    /** Where the known or first answer is {@code expected}, {@code said} came so many times; "cannot tell" is an answer. */
    public record Otherwise(String expected, String said, int times) {}
}
