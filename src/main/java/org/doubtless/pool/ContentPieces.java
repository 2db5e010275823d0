package org.doubtless.pool;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads images' bytes on a given connection, never more than a piece at once. */
public final class ContentPieces {
    static final int USUAL = 512 * 1024;

    private ContentPieces() {}

    /** Writes all bytes of an image that has so many. */
    public static void send(Connection connection, ImageId image, long length, OutputStream out)
            throws SQLException, IOException {
        for (long at = 0; at < length; at += USUAL) {
            out.write(read(connection, image, at, (int) Math.min(USUAL, length - at)));
        }
    }

    static byte[] read(Connection connection, ImageId image, long from, int length) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                "select substring(content from ? for ?) from image_content where image_id = ?")) {
            query.setInt(1, Math.toIntExact(from + 1));
            query.setInt(2, length);
            query.setLong(3, image.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IOException("The bytes of image " + image + " are gone");
                }
                return row.getBytes(1);
            }
        }
    }
}
