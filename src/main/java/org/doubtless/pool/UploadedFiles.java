package org.doubtless.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.pool.files.ReadFile;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.pool.files.SniffFile;
import org.doubtless.pool.files.ZipArchive;
import org.doubtless.pool.files.ZipEntryHeader;
import org.doubtless.pool.files.ZipWalk;

/** The files of an upload, and in place of each ZIP its entries. */
final class UploadedFiles implements Candidates {
    static final int MOST_ZIPS = 500;

    private final CheckImage check;
    private final List<Part> parts = new ArrayList<>();
    private final Iterator<Part> rest;
    private int zips;
    private ZipArchive zip;
    private ZipWalk walk;

    /** A file as it is, or an opened ZIP, or a ZIP that is refused as a whole. */
    private record Part(UploadFolder.Sent sent, ZipArchive zip, RefusedFile refusal) {
        long count() {
            return zip == null ? 1 : zip.files();
        }
    }

    UploadedFiles(List<UploadFolder.Sent> files, FileLimits limits, CheckImage check) throws IOException {
        this.check = check;
        try {
            for (UploadFolder.Sent file : files) {
                parts.add(open(file, limits));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        this.rest = parts.iterator();
    }

    private Part open(UploadFolder.Sent file, FileLimits limits) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file.path())) {
            head = stream.readNBytes(4);
        }
        if (!SniffFile.isZip(head)) {
            return new Part(file, null, null);
        }
        if (zips == MOST_ZIPS) {
            return new Part(file, null, RefusedFile.oneZipTooMany(MOST_ZIPS));
        }
        try {
            Part part = new Part(file, ZipArchive.open(file.path(), limits), null);
            zips++;
            return part;
        } catch (RefusedFile e) {
            return new Part(file, null, e);
        }
    }

    @Override
    public long count() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    @Override
    public Candidate next() throws IOException {
        while (true) {
            if (walk != null) {
                Candidate entry = nextEntry();
                if (entry != null) {
                    return entry;
                }
                walk = null;
            }
            if (!rest.hasNext()) {
                return null;
            }
            Part part = rest.next();
            if (part.refusal() != null) {
                return new RefusedZip(part.sent().name(), part.refusal());
            }
            if (part.zip() == null) {
                return new SentFile(
                        part.sent().name(),
                        part.sent().path(),
                        Files.size(part.sent().path()),
                        check);
            }
            zip = part.zip();
            walk = zip.walk();
        }
    }

    private Candidate nextEntry() throws IOException {
        try {
            ZipEntryHeader entry = walk.next();
            while (entry != null && entry.isNoFile()) {
                entry = walk.next();
            }
            return entry == null ? null : new PackedFile(entry, zip, check);
        } catch (RefusedFile e) {
            throw new IOException("A ZIP changed while it was read: " + e.detail(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            if (part.zip() != null) {
                part.zip().close();
            }
        }
    }

    private record SentFile(String name, Path path, long size, CheckImage check) implements Candidate {
        @Override
        public byte[] read() throws IOException, RefusedFile {
            try (InputStream stream = Files.newInputStream(path)) {
                return ReadFile.read(stream, size, check);
            }
        }
    }

    private record PackedFile(ZipEntryHeader entry, ZipArchive zip, CheckImage check) implements Candidate {
        @Override
        public String name() {
            return entry.name();
        }

        @Override
        public long size() {
            return entry.size();
        }

        @Override
        public byte[] read() throws IOException, RefusedFile {
            return zip.read(entry, check);
        }
    }

    private record RefusedZip(String name, RefusedFile refusal) implements Candidate {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public byte[] read() throws RefusedFile {
            throw refusal;
        }
    }
}
