package org.doubtless.web;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The figures behind a chart as a file for spreadsheets: small, so made in memory. */
public final class CsvTable {
    private final StringWriter text = new StringWriter();
    private final CSVPrinter rows;

    public CsvTable(Object... head) {
        try {
            rows = new CSVPrinter(text, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row(head);
    }

    /** A null makes an empty cell; text cannot run as a formula. */
    public CsvTable row(Object... cells) {
        try {
            for (Object cell : cells) {
                rows.print(cell instanceof String string ? CellText.harmless(string) : cell);
            }
            rows.println();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Response download(String filename) {
        return Response.ok(text.toString())
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + filename + "\"")
                .build();
    }
}
