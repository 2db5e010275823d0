package org.doubtless.round.automatic;

import org.doubtless.web.Sentence;

/**
 * Where a project's rule for automatic labels stands.
 *
 * @param stopped whether it is off because its audit contradicted it or somebody took its labels back
 * @param images that have an automatic label now
 * @param verdict of the newest publication under this promise; null where there was none
 * @param audit null where the rule was never on
 * @param sentence all of it in words, for a lead
 */
public record AutomaticState(
        boolean on,
        boolean stopped,
        double mostWrong,
        double auditShare,
        long images,
        Verdict verdict,
        Audit audit,
        @Sentence String sentence) {

    /** What those may see who must not tell the arms apart, nor which images are audited. */
    public AutomaticState blind() {
        return new AutomaticState(on, stopped, mostWrong, auditShare, images, null, null, null);
    }
}
