package org.doubtless.project;

/** Whether the reader may know which images measure the models; an annotator who knows them labels them otherwise. */
public enum ShowArm {
    YES,
    NO;

    /**
     * How many labels an arm has, as far as the reader may know: down to whole tens for one who must not tell the arms apart,
     * because between two rounds the exact count would tell the arms of the few answers between them.
     */
    public int count(int exact) {
        return this == YES ? exact : exact / 10 * 10;
    }

    /** A share of the control arm likewise, in whole points: its digits would tell of how many images it is. */
    public double share(double exact) {
        return this == YES ? exact : Math.round(100 * exact) / 100.0;
    }
}
