package org.doubtless.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.doubtless.pool.ContentPieces;
import org.doubtless.pool.ImageId;

/** Writes a ZIP with {@code label/file} of every labelled image, the table of them, and the manifest. */
final class FolderWriter {
    private static final int BUFFER = 64 * 1024;

    private final ObjectMapper json;
    private final ExportChoice choice;
    private final Connection connection;

    FolderWriter(ObjectMapper json, ExportChoice choice, Connection connection) {
        this.json = json;
        this.choice = choice;
        this.connection = connection;
    }

    void write(Manifest manifest, ReadImages images, OutputStream out) throws IOException, SQLException {
        // Closed only at its end: closing writes the directory, with which an archive that broke would look whole.
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
        zip.putNextEntry(new ZipEntry(SafeNames.MANIFEST));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        // Images are compressed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        images.each(image -> {
            zip.putNextEntry(new ZipEntry(image.path()));
            ContentPieces.send(connection, new ImageId(image.id()), image.bytes(), zip);
            zip.closeEntry();
        });
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(new ZipEntry(SafeNames.TABLE));
        TableWriter table = new TableWriter(zip, Column.of(choice));
        images.each(table::write);
        table.end();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }
}
