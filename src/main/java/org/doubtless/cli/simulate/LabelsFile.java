package org.doubtless.cli.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The answers an oracle gives: a CSV with the header {@code filename,label}. */
final class LabelsFile {
    private static final String FILENAME = "filename";
    private static final String LABEL = "label";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private LabelsFile() {}

    /** The label of each file, in the order of the lines. */
    static Map<String, String> read(Path file) {
        Map<String, String> labels = new LinkedHashMap<>();
        try (CSVParser lines = CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), FORMAT)) {
            if (!lines.getHeaderMap().containsKey(FILENAME)
                    || !lines.getHeaderMap().containsKey(LABEL)) {
                throw new BadInput(file + " has no columns '" + FILENAME + "' and '" + LABEL
                        + "'. Its first line must be 'filename,label'.");
            }
            for (CSVRecord line : lines) {
                add(labels, line, file);
            }
        } catch (MalformedInputException e) {
            throw new BadInput(file + " is not text in UTF-8. Save it as UTF-8.");
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage());
        }
        if (labels.isEmpty()) {
            throw new BadInput(file + " holds no labels.");
        }
        return labels;
    }

    private static void add(Map<String, String> labels, CSVRecord line, Path file) {
        if (!line.isConsistent()) {
            throw new BadInput("%s, line %d: %d columns where the header has %d."
                    .formatted(
                            file,
                            line.getParser().getCurrentLineNumber(),
                            line.size(),
                            line.getParser().getHeaderNames().size()));
        }
        String name = line.get(FILENAME);
        String label = line.get(LABEL);
        if (name.isEmpty() || label.isEmpty()) {
            throw new BadInput("%s, line %d: the file name or the label is empty."
                    .formatted(file, line.getParser().getCurrentLineNumber()));
        }
        String before = labels.put(name, label);
        if (before != null && !before.equals(label)) {
            throw new BadInput("%s names %s twice, as '%s' and as '%s'.".formatted(file, name, before, label));
        }
    }
}
