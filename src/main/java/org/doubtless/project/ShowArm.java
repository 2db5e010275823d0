package org.doubtless.project;

/** Whether the reader may know which images measure the models; an annotator who knows them labels them otherwise. */
public enum ShowArm {
    YES,
    NO
}
