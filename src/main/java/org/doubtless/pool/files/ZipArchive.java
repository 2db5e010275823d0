package org.doubtless.pool.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * A ZIP on the disk, read by its directory. Several threads may read entries at once. The JDK's own class holds the
 * whole directory in memory and gives up on a ZIP for the sake of one entry; this one does neither.
 */
public final class ZipArchive implements Closeable {
    private final FileChannel channel;
    private final FileLimits limits;
    private final ZipDirectory directory;
    private long files;

    private ZipArchive(FileChannel channel, FileLimits limits) throws IOException, RefusedFile {
        this.channel = channel;
        this.limits = limits;
        this.directory = ZipDirectory.find(channel);
        survey();
    }

    /** Walks the directory once, so that a ZIP that would fill the disk is refused before anything is unpacked. */
    public static ZipArchive open(Path file, FileLimits limits) throws IOException, RefusedFile {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipArchive(channel, limits);
        } catch (IOException | RefusedFile | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** How many entries are files that somebody meant to send. */
    public long files() {
        return files;
    }

    public ZipWalk walk() {
        return directory.walk();
    }

    private void survey() throws IOException, RefusedFile {
        long entries = 0;
        long packed = 0;
        long unpacked = 0;
        ZipWalk walk = directory.walk();
        for (ZipEntryHeader entry = walk.next(); entry != null; entry = walk.next()) {
            if (++entries > limits.maxZipEntries()) {
                throw RefusedFile.zipBomb("it names more than %,d files, the most that are taken of one ZIP"
                        .formatted(limits.maxZipEntries()));
            }
            files += entry.isNoFile() ? 0 : 1;
            packed += entry.packed();
            unpacked += entry.size();
            if (packed < 0 || packed > channel.size()) {
                throw RefusedFile.zipBomb("its entries overlap one another");
            }
            if (unpacked < 0 || unpacked > limits.maxZipBytes()) {
                throw RefusedFile.zipBomb("it unpacks to more than %,d MB".formatted(limits.maxZipBytes() / 1_000_000));
            }
        }
    }

    /** The entry's bytes, whole and with the right checksum; what {@code early} refuses is not unpacked further. */
    public byte[] read(ZipEntryHeader entry, CheckImage early) throws IOException, RefusedFile {
        entry.check(limits);
        if (entry.size() == 0) {
            early.checkHead(new byte[0], 0);
        }
        try (ZipEntryStream stream = ZipEntryStream.open(channel, entry)) {
            byte[] content = ReadFile.read(stream, entry.size(), early);
            if (stream.read() >= 0) {
                throw new RefusedFile(
                        RefusalReason.ZIP_BOMB, "It unpacks to more bytes than the ZIP states. Send the image itself.");
            }
            CRC32 sum = new CRC32();
            sum.update(content);
            if (sum.getValue() != entry.checksum()) {
                throw RefusedFile.damaged("its checksum in the ZIP is wrong");
            }
            return content;
        } catch (java.util.zip.ZipException e) {
            throw RefusedFile.damaged("the ZIP's data for it cannot be unpacked");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
