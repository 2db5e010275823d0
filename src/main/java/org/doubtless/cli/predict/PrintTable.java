package org.doubtless.cli.predict;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.pool.ShownName;

/** Aligned text for a person. */
final class PrintTable implements PrintAnswers {
    private static final int WIDEST = 60;

    private final PrintWriter out;
    private final List<String> classes;
    private final int classWidth;
    private int width = "picture".length();
    private boolean begun;

    PrintTable(PrintWriter out, List<String> classes) {
        this.out = out;
        this.classes = classes.stream().map(ShownName::printable).toList();
        this.classWidth = Math.max(
                "class".length(),
                Math.min(
                        WIDEST / 2,
                        this.classes.stream().mapToInt(String::length).max().orElse(0)));
    }

    @Override
    public void print(List<Answer> answers) {
        for (Answer answer : answers) {
            width = Math.max(width, Math.min(WIDEST, answer.picture().length()));
        }
        String line = "%-" + width + "s  %-" + classWidth + "s  %7s  %11s  %10s%n";
        if (!begun) {
            out.printf(Locale.ROOT, line, "picture", "class", "certain", "model doubt", "data doubt");
            begun = true;
        }
        for (Answer answer : answers) {
            if (!answer.isRefused()) {
                ImageDoubt doubt = answer.doubt();
                out.printf(
                        Locale.ROOT,
                        line,
                        ShownName.printable(answer.picture()),
                        classes.get(doubt.prediction()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * doubt.probabilities()[doubt.prediction()]),
                        String.format(Locale.ROOT, "%.3f", doubt.epistemic()),
                        String.format(Locale.ROOT, "%.3f", doubt.aleatoric()));
            }
        }
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
