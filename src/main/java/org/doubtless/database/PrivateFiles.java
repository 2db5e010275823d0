package org.doubtless.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Folders and secrets that only the system user of this process may read. */
public final class PrivateFiles {
    private static final int SECRET_BYTES = 32;

    private PrivateFiles() {}

    public static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, attributes("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** The secret kept in this file; the first call makes it. */
    public static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Path draft = Files.createTempFile(
                        file.toAbsolutePath().getParent(), "secret", ".tmp", attributes("rw-------"));
                Files.writeString(draft, HexFormat.of().formatHex(bytes), StandardOpenOption.WRITE);
                try {
                    // A link, unlike a move, fails when another process was first: its secret holds.
                    Files.createLink(file, draft);
                } catch (java.nio.file.FileAlreadyExistsException e) {
                    // Read below.
                } catch (UnsupportedOperationException e) {
                    Files.move(draft, file);
                    return Files.readString(file).strip();
                }
                Files.delete(draft);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
