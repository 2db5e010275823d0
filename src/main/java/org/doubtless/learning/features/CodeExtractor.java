package org.doubtless.learning.features;

import java.io.DataOutputStream;
import java.io.IOException;

/** One kind of feature before it is brought to fewer numbers; thread-safe. */
interface CodeExtractor extends FeatureExtractor {

    /** Of the kind; tells which class reads the bytes. */
    String name();

    /** Writes what it takes to make the same extractor again. */
    void writeTo(DataOutputStream out) throws IOException;
}
