package org.doubtless.pool.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures for browsers: JPEG, or PNG where there is transparency to keep. */
public final class EncodeImage {
    private EncodeImage() {}

    /** What was written. */
    @SuppressWarnings("ArrayRecordComponent") // It is handed on, never compared.
    public record Encoded(byte[] content, ImageFormat format) {}

    public static Encoded forBrowsers(BufferedImage image, float quality) {
        return image.getColorModel().hasAlpha()
                ? new Encoded(write(image, "png", Float.NaN), ImageFormat.PNG)
                : new Encoded(write(image, "jpeg", quality), ImageFormat.JPEG);
    }

    public static Encoded lossless(BufferedImage image) {
        return new Encoded(write(image, "png", Float.NaN), ImageFormat.PNG);
    }

    private static byte[] write(BufferedImage image, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (!Float.isNaN(quality)) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("A " + format + " could not be written in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
