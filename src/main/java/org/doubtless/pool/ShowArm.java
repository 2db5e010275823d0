package org.doubtless.pool;

/** Whether the reader may know which images measure the models; an annotator who knows them labels them otherwise. */
enum ShowArm {
    YES,
    NO
}
