package org.doubtless.pool.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckImageTest {
    private final FileLimits limits = new FileLimits(20_000_000, 100_000_000, 1000, 1_000_000_000, 400);
    private final CheckImage check = new CheckImage(limits, new DecodeImage(SharedMemory.partOfHeap(3)));

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "gif,GIF", "bmp,BMP", "tiff,TIFF"})
    void takesEveryFormat(String writer, ImageFormat format) throws RefusedFile {
        CheckedImage image = check.check(SampleImages.of(writer));

        assertThat(image.format()).isEqualTo(format);
        assertThat(image.width()).isEqualTo(40);
        assertThat(image.height()).isEqualTo(30);
        assertThat(image.orientation()).isEqualTo(1);
    }

    @Test
    void takesWebp() throws RefusedFile {
        CheckedImage image = check.check(SampleImages.webp());

        assertThat(image.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(image.width()).isEqualTo(24);
        assertThat(image.height()).isEqualTo(16);
    }

    /** Cut anywhere, a file must never pass for a whole one, whatever the decoder makes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff", "webp"})
    void noticesACutAnywhere(String writer) {
        byte[] whole = SampleImages.of(writer);
        int picture = writer.equals("webp") ? whole.length - 5 : whole.length;
        for (int length = 60; length < picture - 1; length += Math.max(1, picture / 200)) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(reason(cut))
                    .as("%s cut to %s of %s bytes", writer, length, whole.length)
                    .isIn(RefusalReason.TRUNCATED, RefusalReason.DAMAGED);
        }
        assertThat(reason(Arrays.copyOf(whole, picture / 2))).isEqualTo(RefusalReason.TRUNCATED);
    }

    @Test
    void noticesAPictureFilledUpWithZeros() {
        byte[] jpeg = SampleImages.jpeg(300, 200, 1);
        Arrays.fill(jpeg, jpeg.length / 2, jpeg.length, (byte) 0);

        assertThat(reason(jpeg)).isEqualTo(RefusalReason.TRUNCATED);
    }

    @Test
    void noticesAChangedByteInAPng() {
        byte[] png = SampleImages.png(100, 100, 1);
        png[png.length / 2] ^= 1;

        assertThat(reason(png)).isEqualTo(RefusalReason.DAMAGED);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(reason(new byte[0])).isEqualTo(RefusalReason.EMPTY_FILE);
    }

    @Test
    void refusesAHugeHeaderAtOnce() {
        byte[] png = SampleImages.pngHeader(50_000, 50_000);
        reason(png);
        Instant start = Instant.now();
        assertThat(reason(png)).isEqualTo(RefusalReason.TOO_MANY_PIXELS);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(50));
        assertThat(reason(SampleImages.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(RefusalReason.TOO_MANY_PIXELS);
        assertThat(reason(SampleImages.pngHeader(0, 10))).isEqualTo(RefusalReason.DAMAGED);
        assertThat(reason(SampleImages.pngHeader(-5, 10))).isIn(RefusalReason.TOO_MANY_PIXELS, RefusalReason.DAMAGED);
        assertThat(reason(SampleImages.pngHeader(10, 10))).isIn(RefusalReason.TRUNCATED, RefusalReason.DAMAGED);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] large = Arrays.copyOf(SampleImages.png(10, 10, 1), 20_000_001);

        assertThat(reason(large)).isEqualTo(RefusalReason.TOO_LARGE);
    }

    @Test
    void showsItsReasonInWords() {
        assertThat(refusal(SampleImages.pngHeader(50_000, 50_000)).detail())
                .contains("50,000 × 50,000 pixels")
                .contains("100 million")
                .contains("Scale it down");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAsTheCameraSays(int orientation) throws RefusedFile, IOException {
        byte[] stored = SampleImages.withOrientation(SampleImages.jpeg(64, 32, 3), orientation);
        CheckedImage image = check.check(stored);

        assertThat(image.orientation()).isEqualTo(orientation);
        assertThat(image.width()).isEqualTo(orientation < 5 ? 64 : 32);
        assertThat(image.height()).isEqualTo(orientation < 5 ? 32 : 64);
        BufferedImage shown = orientation == 1
                ? new DecodeImage(SharedMemory.partOfHeap(3)).decode(stored, 100)
                : ImageIO.read(new ByteArrayInputStream(image.thumbnail()));
        // The red corner of the stored picture is at the upper left; EXIF says where that corner belongs.
        boolean right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean below = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int x = right ? shown.getWidth() * 3 / 4 : shown.getWidth() / 4;
        int y = below ? shown.getHeight() * 3 / 4 : shown.getHeight() / 4;
        assertThat(shown.getRGB(x, y) >> 16 & 0xff).isGreaterThan(200);
        assertThat(shown.getRGB(x, y) & 0xff).isLessThan(60);
    }

    @Test
    void storesAThumbnailOnlyWhereTheImageIsNone() throws RefusedFile, IOException {
        assertThat(check.check(SampleImages.png(28, 28, 1)).thumbnail()).isNull();
        assertThat(check.check(SampleImages.of("tiff")).thumbnail()).isNotNull();
        byte[] thumbnail = check.check(SampleImages.jpeg(1000, 500, 1)).thumbnail();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
        assertThat(small.getWidth()).isEqualTo(256);
        assertThat(small.getHeight()).isEqualTo(128);
    }

    private RefusalReason reason(byte[] content) {
        return refusal(content).reason();
    }

    private RefusedFile refusal(byte[] content) {
        try {
            check.check(content);
        } catch (RefusedFile e) {
            return e;
        }
        throw new AssertionError("The file was taken");
    }
}
