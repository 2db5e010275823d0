package org.doubtless.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.doubtless.web.CellText;

/** Writes the log as a table, newest first; no cell of it is a formula, and of a long log only some rows are in memory. */
@ApplicationScoped
class WriteDeeds {
    private static final int AT_ONCE = 1000;

    private final ReadDeeds readDeeds;

    WriteDeeds(ReadDeeds readDeeds) {
        this.readDeeds = readDeeds;
    }

    void csv(DeedFilter filter, OutputStream out) throws IOException, SQLException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180);
        rows.printRecord(
                "id",
                "at",
                "account",
                "person",
                "email",
                "by_token",
                "deed",
                "project",
                "project_name",
                "ending",
                "status",
                "things");
        List<DoneDeed> some = readDeeds.newest(filter, AT_ONCE);
        while (!some.isEmpty()) {
            for (DoneDeed deed : some) {
                rows.printRecord(
                        deed.id(),
                        deed.at(),
                        deed.account(),
                        cell(deed.person()),
                        cell(deed.email()),
                        deed.byToken(),
                        cell(deed.deed()),
                        deed.project(),
                        cell(deed.projectName()),
                        deed.ending(),
                        deed.status(),
                        cell(things(deed)));
            }
            some = readDeeds.newest(filter.before(some.get(some.size() - 1).id()), AT_ONCE);
        }
        text.flush();
    }

    private static String cell(String text) {
        return CellText.harmless(Objects.requireNonNullElse(text, ""));
    }

    private static String things(DoneDeed deed) {
        return deed.things().entrySet().stream()
                .map(thing -> thing.getKey() + "=" + thing.getValue())
                .collect(Collectors.joining("; "));
    }
}
