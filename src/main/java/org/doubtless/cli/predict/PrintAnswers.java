package org.doubtless.cli.predict;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Puts answers out in one of the forms. */
interface PrintAnswers extends Closeable {
    void print(List<Answer> answers) throws IOException;
}
