package org.doubtless.pool.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SniffFileTest {
    @ParameterizedTest
    @CsvSource({
        "8BPS..............., PSD",
        "%PDF-1.7 ..........., PDF",
        "....ftypheic........, HEIC",
        "....ftypavif........, AVIF",
        "....ftypisom........, Video",
        "Rar!\u001a\u0007...., RAR",
        "<?xml version='1.0'?><svg xmlns=''/>, SVG"
    })
    void namesTheFormatThatIsNotRead(String head, String name) {
        RefusedFile refusal = refusal(head.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal.reason()).isEqualTo(RefusalReason.UNSUPPORTED);
        assertThat(refusal.detail()).startsWith(name).contains("is not read");
    }

    @Test
    void knowsDicomByItsMagicBehindThePreamble() {
        byte[] head = Arrays.copyOf(new byte[0], 200);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, head, 128, 4);

        assertThat(refusal(head).detail()).startsWith("DICOM is not read");
    }

    @Test
    void tellsTextFromOtherRubbish() {
        assertThat(refusal("filename,label\na.png,3\n".getBytes(StandardCharsets.UTF_8))
                        .detail())
                .contains("holds text, not an image");
        assertThat(refusal(new byte[] {1, 2, 3}).reason()).isEqualTo(RefusalReason.NOT_AN_IMAGE);
        assertThat(refusal(new byte[1000]).detail()).contains("nothing but zeros");
        assertThat(refusal("BMW drives a text".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(RefusalReason.NOT_AN_IMAGE);
    }

    @Test
    void knowsAZipInAZip() {
        byte[] zip = SampleZips.of(Map.of("a.png", SampleImages.png(4, 4, 1)));

        assertThat(SniffFile.isZip(zip)).isTrue();
        assertThat(refusal(zip).reason()).isEqualTo(RefusalReason.NESTED_ZIP);
    }

    private static RefusedFile refusal(byte[] head) {
        return catchThrowableOfType(RefusedFile.class, () -> SniffFile.format(head));
    }
}
