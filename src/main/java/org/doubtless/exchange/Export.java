package org.doubtless.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.project.LabelClass;

/**
 * An export under way: a project at one instant, to be written once. Whatever breaks it leaves what was written so far
 * visibly broken: an unclosed document, an archive without its directory. So whoever writes must not close it after a failure.
 */
public final class Export implements AutoCloseable {
    private final Snapshot snapshot;
    private final ExportChoice choice;
    private final List<LabelClass> labels;
    private final Manifest manifest;
    private final ObjectMapper json;
    private final Runnable whenClosed;

    Export(
            Snapshot snapshot,
            ExportChoice choice,
            List<LabelClass> labels,
            Manifest manifest,
            ObjectMapper json,
            Runnable whenClosed) {
        this.snapshot = snapshot;
        this.choice = choice;
        this.labels = labels;
        this.manifest = manifest;
        this.json = json;
        this.whenClosed = whenClosed;
    }

    /** How many images {@link #write} writes. */
    public long images() {
        return manifest.counts().written();
    }

    public void write(OutputStream out) throws IOException, SQLException {
        switch (choice.format()) {
            case CSV -> {
                TableWriter table = new TableWriter(out, Column.of(choice));
                images(null).each(table::write);
                table.end();
            }
            case JSON -> new JsonWriter(json, choice).write(manifest, images(null), out);
            case COCO -> new CocoWriter(json, choice).write(manifest, images(null), out);
            case IMAGE_FOLDER -> {
                ReadImages images = images(new SafeNames(labels));
                new FolderWriter(json, choice, snapshot.connection()).write(manifest, images, out);
            }
            default -> throw new IllegalStateException("No writer for " + choice.format());
        }
    }

    private ReadImages images(SafeNames names) {
        return new ReadImages(snapshot, choice, names);
    }

    /** Writes what the export says about itself. */
    public void writeManifest(OutputStream out) throws IOException {
        out.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    }

    @Override
    public void close() throws SQLException {
        try {
            snapshot.close();
        } finally {
            whenClosed.run();
        }
    }
}
