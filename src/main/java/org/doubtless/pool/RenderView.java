package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.EncodeImage;
import org.doubtless.pool.files.ImageFormat;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.web.Problem;

/** Makes of an image that browsers do not show (TIFF, BMP, a turned PNG) one that they do. Browsers keep it; we do not. */
@ApplicationScoped
class RenderView {
    private static final float QUALITY = 0.92f;
    /** Small pictures are sent without loss, so that single pixels can be told apart on the desk. */
    private static final int LOSSLESS_PIXELS = 1_000_000;

    /** As the page says it, too. */
    private static final int SCREEN_SIDE = 1600;

    /** Whoever waits longer gives back the thread, which other pages need. */
    private static final int PATIENCE_SECONDS = 5;

    private final ReadContent content;
    private final DecodeImage decode;
    private final int maxSide;
    // Half of the cores stay free for pages, whoever scrolls through a pool of TIFFs.
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    RenderView(ReadContent content, DecodeImage decode, PoolConfig config) {
        this.content = content;
        this.decode = decode;
        this.maxSide = config.maxViewSide();
    }

    byte[] of(ImageHead image) throws SQLException, IOException {
        return render(image, maxSide);
    }

    /** Larger than any stage of the desk, and small enough to be decoded between two keys. */
    byte[] forScreen(ImageHead image) throws SQLException, IOException {
        return render(image, SCREEN_SIDE);
    }

    private byte[] render(ImageHead image, int longest) throws SQLException, IOException {
        awaitTurn(image);
        try {
            BufferedImage picture = decode.decode(content.all(image), longest);
            boolean small = (long) picture.getWidth() * picture.getHeight() <= LOSSLESS_PIXELS;
            return (small ? EncodeImage.lossless(picture) : EncodeImage.forBrowsers(picture, QUALITY)).content();
        } catch (RefusedFile e) {
            throw Problem.conflict(
                    "image_unreadable",
                    "Image %s cannot be shown. %s Its content can still be downloaded as it was sent."
                            .formatted(image.id(), e.getMessage()));
        } finally {
            turns.release();
        }
    }

    private void awaitTurn(ImageHead image) {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable(
                "Image %s cannot be shown yet: the server is busy with other large images. Try again in"
                                .formatted(image.id())
                        + " a few seconds.");
    }

    /** Of a picture that this program made. */
    static String mediaType(byte[] picture) {
        return (picture[0] == (byte) 0xff ? ImageFormat.JPEG : ImageFormat.PNG).mediaType();
    }
}
