package org.doubtless.project;

/**
 * Whether a model's predictions may stand as labels where people have not answered.
 *
 * @param on whether it is applied when a model is published
 * @param mostWrong the share of such labels that may be wrong
 * @param auditShare the share of the images that pass, which people are asked about all the same
 */
public record AutomaticRule(boolean on, double mostWrong, double auditShare) {
    public static final AutomaticRule OFF = new AutomaticRule(false, 0.01, 0.05);

    public AutomaticRule {
        ProjectSettings.require(mostWrong >= 0.001 && mostWrong <= 0.2, "mostWrong", mostWrong, "from 0.001 to 0.2");
        ProjectSettings.require(auditShare >= 0.01 && auditShare <= 0.5, "auditShare", auditShare, "from 0.01 to 0.5");
    }
}
