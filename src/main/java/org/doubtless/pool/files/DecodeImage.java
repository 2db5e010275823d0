package org.doubtless.pool.files;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a file's first picture to 8-bit sRGB, turned as it is meant to be shown. The one decoder for people and models. */
public final class DecodeImage {
    /** Samples along a side that go into one pixel of the result, before a large picture is read with gaps. */
    private static final int OVERSAMPLING = 4;

    private final ImageReaders readers = new ImageReaders();
    private final SharedMemory memory;

    public DecodeImage(SharedMemory memory) {
        this.memory = memory;
    }

    /** The picture with its longest side at most {@code maxSide}; never enlarged. */
    public BufferedImage decode(byte[] content, int maxSide) throws RefusedFile {
        ImageFormat format = SniffFile.format(content);
        return decode(content, format, Structure.of(format, content), maxSide);
    }

    BufferedImage decode(byte[] content, ImageFormat format, Structure structure, int maxSide) throws RefusedFile {
        double longest = Math.max(structure.width(), structure.height());
        double scale = Math.min(1, maxSide / longest);
        int width = Math.max(1, (int) Math.round(structure.width() * scale));
        int height = Math.max(1, (int) Math.round(structure.height() * scale));
        int step = Math.max(1, (int) (longest / ((double) maxSide * OVERSAMPLING)));
        try (SharedMemory.Share share = memory.take(cost(format, structure, step))) {
            BufferedImage stored = RgbPixels.of(read(content, format, structure, step));
            return Orientation.apply(structure.orientation(), AreaAverage.scale(stored, width, height));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for memory to decode a picture", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // One hostile length inside the file asked for it; the heap itself is sound.
            throw RefusedFile.damaged("its picture asks for more memory than there is");
        }
    }

    /** Bytes: the raster and its 8-bit copy; WebP is unpacked whole whatever is asked of it. */
    private static long cost(ImageFormat format, Structure structure, int step) {
        long pixels = (long) structure.width() * structure.height();
        return pixels / step / step * 8 + (format == ImageFormat.WEBP ? pixels * 4 : 0);
    }

    private BufferedImage read(byte[] content, ImageFormat format, Structure structure, int step) throws RefusedFile {
        Warnings warnings = new Warnings();
        try (ImageInputStream input = new ByteArrayImageInputStream(content)) {
            ImageReader reader = readers.open(format);
            try {
                reader.addIIOReadWarningListener(warnings);
                reader.setInput(input, true, true);
                ImageReadParam how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                BufferedImage image = reader.read(0, how);
                if (warnings.premature) {
                    throw RefusedFile.truncated();
                }
                return format == ImageFormat.GIF ? onScreen(image, content, structure, step) : image;
            } finally {
                reader.dispose();
            }
        } catch (EOFException e) {
            throw RefusedFile.truncated();
        } catch (IOException | RuntimeException e) {
            throw RefusedFile.damaged("its picture cannot be decoded (" + firstLine(e) + ")");
        }
    }

    /** The frame on the screen of which it may be a part; a tiny frame may claim a huge one, so both have the gaps. */
    private static BufferedImage onScreen(BufferedImage frame, byte[] content, Structure structure, int step)
            throws RefusedFile {
        Rectangle place = GifStructure.frame(content);
        if (place.width == structure.width() && place.height == structure.height()) {
            return frame;
        }
        BufferedImage screen = new BufferedImage(
                (structure.width() + step - 1) / step,
                (structure.height() + step - 1) / step,
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = screen.createGraphics();
        try {
            graphics.drawImage(frame, place.x / step, place.y / step, null);
        } finally {
            graphics.dispose();
        }
        return screen;
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    private static final class Warnings implements javax.imageio.event.IIOReadWarningListener {
        private boolean premature;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            premature |= warning.toLowerCase(Locale.ROOT).contains("premature");
        }
    }
}
