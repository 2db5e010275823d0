package org.doubtless.cli.predict;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.pool.ShownName;
import org.doubtless.web.CellText;

/** A line a picture, with the probability of every class; of one that cannot be read the reason stands last. */
final class PrintCsv implements PrintAnswers {
    private final CSVPrinter printer;
    private final List<String> classes;

    PrintCsv(Writer out, List<String> classes) throws IOException {
        this.classes = classes.stream().map(ShownName::printable).toList();
        this.printer = new CSVPrinter(
                out, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
        List<String> header = new ArrayList<>(List.of("picture", "class", "model_doubt", "data_doubt", "total_doubt"));
        this.classes.forEach(name -> header.add("probability:" + name));
        header.add("error");
        printer.printRecord(header);
    }

    @Override
    public void print(List<Answer> answers) throws IOException {
        for (Answer answer : answers) {
            List<Object> line = new ArrayList<>();
            line.add(cell(answer.picture()));
            ImageDoubt doubt = answer.doubt();
            if (answer.isRefused()) {
                for (int empty = 0; empty < 4 + classes.size(); empty++) {
                    line.add("");
                }
            } else {
                line.add(CellText.harmless(classes.get(doubt.prediction())));
                line.add((float) doubt.epistemic());
                line.add((float) doubt.aleatoric());
                line.add((float) doubt.total());
                for (float probability : doubt.probabilities()) {
                    line.add(probability);
                }
            }
            line.add(answer.isRefused() ? cell(answer.refusal()) : "");
            printer.printRecord(line);
        }
        printer.flush();
    }

    /** Names of files and classes are whatever somebody chose. */
    private static String cell(String text) {
        return CellText.harmless(ShownName.printable(text));
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
