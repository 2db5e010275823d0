package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.pool.files.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedFilesTest {
    @TempDir
    Path folder;

    @Test
    void thousandsOfZipsDoNotUseUpTheFileHandles() throws IOException {
        Path zip = folder.resolve("grains.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("grain.png"));
            out.write(1);
            out.closeEntry();
        }
        UploadFolder.Sent sent = new UploadFolder.Sent("grains.zip", zip);
        FileLimits limits = new FileLimits(1000, 1000, 1000, 1000, 400);
        try (UploadedFiles files =
                new UploadedFiles(Collections.nCopies(UploadedFiles.MOST_ZIPS + 1, sent), limits, null)) {
            for (int zips = 0; zips < UploadedFiles.MOST_ZIPS; zips++) {
                assertThat(files.next().name()).isEqualTo("grain.png");
            }
            Candidate beyond = files.next();
            assertThatThrownBy(beyond::read).isInstanceOf(RefusedFile.class).hasMessageContaining("another upload");
        }
    }
}
