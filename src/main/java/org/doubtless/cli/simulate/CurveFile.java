package org.doubtless.cli.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.doubtless.learning.simulation.SimulatedTurn;

/** A learning curve as a CSV file; written line by line, so that a run that is stopped leaves what it has found. */
final class CurveFile implements AutoCloseable {
    private static final String[] COLUMNS = {
        "seed",
        "labels",
        "classes_seen",
        "accuracy",
        "balanced_accuracy",
        "nll",
        "ece",
        "learn_seconds",
        "score_seconds"
    };

    private final CSVPrinter printer;

    private CurveFile(CSVPrinter printer) {
        this.printer = printer;
    }

    static CurveFile create(Path file) {
        try {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader(COLUMNS)
                    .setRecordSeparator('\n')
                    .get();
            CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format);
            printer.flush();
            return new CurveFile(printer);
        } catch (IOException e) {
            throw new BadInput("The curve cannot be written to " + file + ": " + e.getMessage());
        }
    }

    void add(SimulatedTurn point) {
        try {
            printer.printRecord(
                    point.seed(),
                    point.labels(),
                    point.classesSeen(),
                    decimal(point.accuracy(), 5),
                    decimal(point.balancedAccuracy(), 5),
                    decimal(point.negativeLogLikelihood(), 5),
                    decimal(point.calibrationError(), 5),
                    decimal(point.learnSeconds(), 2),
                    decimal(point.scoreSeconds(), 2));
            printer.flush();
        } catch (IOException e) {
            throw new BadInput("The curve cannot be written: " + e.getMessage());
        }
    }

    private static String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    static List<SimulatedTurn> read(Path file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser lines = CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), format)) {
            if (!List.of(COLUMNS).equals(lines.getHeaderNames())) {
                throw new BadInput(file + " is no curve of 'simulate --out': its first line should be '"
                        + String.join(",", COLUMNS) + "'.");
            }
            List<SimulatedTurn> points = new ArrayList<>();
            for (CSVRecord line : lines) {
                points.add(point(line));
            }
            if (points.isEmpty()) {
                throw new BadInput(file + " holds no point of a curve.");
            }
            return points;
        } catch (NumberFormatException e) {
            throw new BadInput(file + " holds something that is no number: " + e.getMessage());
        } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage());
        }
    }

    private static SimulatedTurn point(CSVRecord line) {
        return new SimulatedTurn(
                Long.parseLong(line.get("seed")),
                Integer.parseInt(line.get("labels")),
                Integer.parseInt(line.get("classes_seen")),
                Double.parseDouble(line.get("accuracy")),
                Double.parseDouble(line.get("balanced_accuracy")),
                Double.parseDouble(line.get("nll")),
                Double.parseDouble(line.get("ece")),
                Double.parseDouble(line.get("learn_seconds")),
                Double.parseDouble(line.get("score_seconds")));
    }

    @Override
    public void close() {
        try {
            printer.close();
        } catch (IOException e) {
            throw new BadInput("The curve cannot be closed: " + e.getMessage());
        }
    }
}
