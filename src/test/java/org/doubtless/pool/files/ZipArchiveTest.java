package org.doubtless.pool.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    private final FileLimits limits = new FileLimits(20_000_000, 100_000_000, 1000, 1_000_000_000, 400);
    private final CheckImage check = new CheckImage(limits, new DecodeImage(SharedMemory.partOfHeap(3)));
    private final byte[] image = SampleImages.png(20, 20, 1);

    @TempDir
    Path folder;

    @Test
    void readsEveryFileInOrder() throws IOException, RefusedFile {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/", new byte[0]);
        for (int i = 0; i < 300; i++) {
            files.put("a/ä" + i + ".png", SampleImages.png(5, 5, i));
        }
        files.put("__MACOSX/a/._1.png", image);
        files.put("a/.DS_Store", image);
        try (ZipArchive zip = open(SampleZips.of(files))) {
            assertThat(zip.files()).isEqualTo(300);
            List<String> names = new ArrayList<>();
            ZipWalk walk = zip.walk();
            for (ZipEntryHeader entry = walk.next(); entry != null; entry = walk.next()) {
                if (!entry.isNoFile()) {
                    names.add(entry.name());
                    assertThat(zip.read(entry, check)).isEqualTo(files.get(entry.name()));
                }
            }
            assertThat(names).hasSize(300).startsWith("a/ä0.png", "a/ä1.png").endsWith("a/ä299.png");
        }
    }

    @Test
    void readsWhatIsNotPacked() throws IOException, RefusedFile {
        byte[] stored = SampleZips.stored("a.png", image);
        try (ZipArchive zip = open(stored)) {
            assertThat(zip.read(zip.walk().next(), check)).isEqualTo(image);
        }
        assertThat(first(SampleZips.withDirectoryNumber(stored, 0, 24, image.length - 1))
                        .reason())
                .isEqualTo(RefusalReason.ZIP_BOMB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/cron.d/x.png", "a/../../x.png", "/etc/x.png", "..\\x.png", "C:\\x.png", "a\u0000.png"
            })
    void refusesAPathThatLeavesTheFolder(String name) {
        assertThat(first(SampleZips.of(Map.of(name, image))).reason()).isEqualTo(RefusalReason.ZIP_PATH_TRAVERSAL);
    }

    @Test
    void takesDotsThatAreNoPath() throws IOException, RefusedFile {
        try (ZipArchive zip = open(SampleZips.of(Map.of("a..b/...png", image)))) {
            assertThat(zip.read(zip.walk().next(), check)).isEqualTo(image);
        }
    }

    @Test
    void refusesABombAtOnce() {
        byte[] bomb = SampleZips.bomb(15_000_000);
        first(bomb);
        Instant start = Instant.now();
        assertThat(first(bomb).reason()).isEqualTo(RefusalReason.ZIP_BOMB);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void countsWhatABombReallyUnpacksTo() {
        byte[] lying = SampleZips.withDirectoryNumber(SampleZips.bomb(15_000_000), 0, 24, 100_000);

        assertThat(first(lying).reason()).isEqualTo(RefusalReason.ZIP_BOMB);
    }

    @Test
    void stopsAtTheFirstBytesOfWhatIsNoImage() {
        byte[] zip = SampleZips.of(Map.of("zeros.png", new byte[19_000_000 / 16]));

        assertThat(first(zip).reason()).isEqualTo(RefusalReason.NOT_AN_IMAGE);
    }

    @Test
    void refusesEntriesThatOverlap() {
        byte[] zip = SampleZips.of(Map.of("a.png", image, "b.png", image));
        byte[] overlapping = SampleZips.withDirectoryNumber(zip, 0, 20, zip.length - 10);

        assertThat(opening(overlapping).reason()).isEqualTo(RefusalReason.ZIP_BOMB);
    }

    @Test
    void refusesTooManyEntriesAndTooMuchInAll() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 1001; i++) {
            files.put(i + ".png", new byte[0]);
        }
        assertThat(opening(SampleZips.of(files)).detail()).contains("more than 1,000 files");
        byte[] zip = SampleZips.of(Map.of("a.png", image));
        assertThat(opening(SampleZips.withDirectoryNumber(zip, 0, 24, 1_500_000_000))
                        .reason())
                .isEqualTo(RefusalReason.ZIP_BOMB);
    }

    @Test
    void refusesAZipInAZipAndALockedEntry() {
        byte[] zip = SampleZips.of(Map.of("a.png", image));

        assertThat(first(SampleZips.of(Map.of("inner.png", zip))).reason()).isEqualTo(RefusalReason.NESTED_ZIP);
        assertThat(first(SampleZips.locked(zip, 0)).reason()).isEqualTo(RefusalReason.ENCRYPTED);
        assertThat(first(SampleZips.of(Map.of("empty.png", new byte[0]))).reason())
                .isEqualTo(RefusalReason.EMPTY_FILE);
    }

    @Test
    void neverBreaksOnADamagedOne() throws IOException {
        byte[] zip = SampleZips.of(Map.of("a.png", image, "b.png", SampleImages.png(9, 9, 2)));
        assertThat(opening(SampleZips.cut(zip, 0.8)).reason()).isEqualTo(RefusalReason.UNREADABLE_ZIP);
        assertThat(opening("PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(RefusalReason.UNREADABLE_ZIP);
        int read = 0;
        for (int at = 0; at < zip.length; at++) {
            byte[] changed = zip.clone();
            changed[at] ^= (byte) 0x55;
            read += readable(changed);
        }
        // Damage to a name or a date goes unnoticed, to a picture it does not.
        assertThat(read).isPositive();
    }

    private int readable(byte[] bytes) throws IOException {
        int read = 0;
        try (ZipArchive zip = open(bytes)) {
            ZipWalk walk = zip.walk();
            for (ZipEntryHeader entry = walk.next(); entry != null; entry = walk.next()) {
                try {
                    byte[] content = zip.read(entry, check);
                    assertThat(content.length).isEqualTo((int) entry.size());
                    read++;
                } catch (RefusedFile e) {
                    assertThat(e.detail()).isNotBlank();
                }
            }
        } catch (RefusedFile e) {
            assertThat(e.reason()).isIn(RefusalReason.UNREADABLE_ZIP, RefusalReason.ZIP_BOMB);
        }
        return read;
    }

    private RefusedFile opening(byte[] bytes) {
        return catchThrowableOfType(RefusedFile.class, () -> open(bytes).close());
    }

    private RefusedFile first(byte[] bytes) {
        return catchThrowableOfType(RefusedFile.class, () -> {
            try (ZipArchive zip = open(bytes)) {
                zip.read(zip.walk().next(), check);
            }
        });
    }

    private ZipArchive open(byte[] bytes) throws IOException, RefusedFile {
        Path file = folder.resolve("test.zip");
        Files.write(file, bytes);
        return ZipArchive.open(file, limits);
    }
}
