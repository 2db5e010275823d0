package org.doubtless.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.doubtless.web.CellText;

/** Writes a row an image; no cell of it is a formula. */
final class TableWriter {
    private final List<Column> columns;
    private final Writer text;
    private final CSVPrinter rows;

    TableWriter(OutputStream out, List<Column> columns) throws IOException {
        this.columns = columns;
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.rows = new CSVPrinter(text, CSVFormat.RFC4180);
        rows.printRecord(columns.stream().map(Column::name));
    }

    void write(ExportedImage image) throws IOException {
        List<Object> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            cells.add(cell(column.read().apply(image)));
        }
        rows.printRecord(cells);
    }

    private static Object cell(Object value) {
        if (value instanceof List<?> several) {
            return cell(several.stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return value instanceof String words ? CellText.harmless(words) : value;
    }

    /** Leaves the stream beneath open. */
    void end() throws IOException {
        text.flush();
    }
}
