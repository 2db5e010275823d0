package org.doubtless.cli.predict;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.doubtless.learning.PortableModel;
import org.doubtless.model.file.Manifest;
import org.doubtless.model.file.ReadModelFile;
import org.doubtless.model.file.UnusableModelFile;
import org.doubtless.pool.ShownName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "predict",
        sortOptions = false,
        description = {
            "Says of pictures what a downloaded model makes of them: the class, and how much of the doubt is the model's"
                    + " and how much the picture's. Needs no database.",
            "Ends with status 1 where a picture cannot be read; the others are answered."
        })
public final class PredictCommand implements Callable<Integer> {
    /** How answers are put out. */
    enum Format {
        text,
        csv,
        json
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model, NAME.doubtless.")
    private Path model;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv and json have all probabilities.")
    private Format format;

    @Parameters(arity = "1..*", paramLabel = "PICTURE", description = "Pictures, ZIP files, or folders of them.")
    private List<Path> pictures;

    private boolean refused;

    @Override
    public Integer call() throws IOException {
        try (ReadModelFile file = ReadModelFile.open(model)) {
            Manifest manifest = file.manifest();
            byte[] extractor = file.extractor();
            PortableModel portable = file.answers((bytes, length) -> PortableModel.read(extractor, bytes, length));
            List<String> classes = manifest.classes().stream()
                    .map(Manifest.LabelledClass::name)
                    .toList();
            if (classes.size() != portable.classes()) {
                throw new UnusableModelFile("%s names %d classes and answers for %d; download it again."
                        .formatted(model, classes.size(), portable.classes()));
            }
            answer(portable, manifest, classes);
        } catch (UnusableModelFile e) {
            complain(e.getMessage());
            return 1;
        } catch (OutOfMemoryError | ArithmeticException e) {
            // Whoever made the file chose how much it asks for.
            complain(
                    "%s asks for more than this program has (%,d MB of memory). Give it more with -Xmx if you trust the file."
                            .formatted(model, Runtime.getRuntime().maxMemory() >> 20));
            return 1;
        }
        return refused ? 1 : 0;
    }

    private void answer(PortableModel portable, Manifest manifest, List<String> classes) throws IOException {
        try (PrintAnswers printer = printer(classes)) {
            new AnswerPictures(portable, manifest.pictureSide(), answers -> {
                        answers.stream().filter(Answer::isRefused).forEach(answer -> {
                            refused = true;
                            complain(answer.picture() + ": " + answer.refusal());
                        });
                        print(printer, answers);
                    })
                    .all(pictures);
        }
    }

    /** On one line: what stands in a file may hold its names, and with them whatever a terminal obeys. */
    private void complain(String what) {
        spec.commandLine().getErr().println("predict: " + ShownName.printable(what));
    }

    private static void print(PrintAnswers printer, List<Answer> answers) {
        try {
            printer.print(answers);
        } catch (IOException e) {
            throw new UncheckedIOException("The answers cannot be written: " + e.getMessage(), e);
        }
    }

    private PrintAnswers printer(List<String> classes) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return switch (format) {
            case text -> new PrintTable(out, classes);
            case csv -> new PrintCsv(out, classes);
            case json -> new PrintJson(out, classes);
        };
    }
}
