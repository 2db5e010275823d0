package org.doubtless.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a model's file, which anybody may have written: what it says of itself is held against its length before memory is
 * asked for, and nothing in it is unpacked or run.
 */
public final class ReadModelFile implements Closeable {
    private static final long MOST_WORDS = 16_000_000;
    private static final long MOST_EXTRACTOR = 1_000_000_000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path path;
    private final ZipFile zip;
    private final long length;
    private final Manifest manifest;

    private ReadModelFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        this.length = Files.size(path);
        this.manifest = readManifest();
    }

    /** @throws UnusableModelFile where it is no model's file, or of a format that this program does not read */
    public static ReadModelFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UnusableModelFile(path + " is no file; give the one that was downloaded from a model's page.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnusableModelFile(
                    path + " is no model's file, or was cut off when it was copied; download it again.");
        }
        try {
            return new ReadModelFile(path, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What makes features of pictures. */
    public byte[] extractor() throws IOException {
        return whole(entry(WriteModelFile.EXTRACTOR, MOST_EXTRACTOR));
    }

    /** Turns a part into what it is. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream bytes, long length) throws IOException;
    }

    /** What answers for features. */
    public <T> T answers(Reader<T> reader) throws IOException {
        return part(entry(WriteModelFile.ANSWERS, Long.MAX_VALUE), reader);
    }

    private byte[] whole(ZipEntry entry) throws IOException {
        return part(entry, (bytes, size) -> bytes.readNBytes((int) size));
    }

    private <T> T part(ZipEntry entry, Reader<T> reader) throws IOException {
        try (InputStream bytes = zip.getInputStream(entry);
                CheckedInputStream summed = new CheckedInputStream(bytes, new CRC32())) {
            T read = reader.read(summed, entry.getSize());
            summed.transferTo(OutputStream.nullOutputStream());
            if (summed.getChecksum().getValue() != entry.getCrc()) {
                throw damaged("the checksum of " + entry.getName() + " is wrong");
            }
            return read;
        } catch (UnusableModelFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(entry.getName() + ": " + e.getMessage());
        }
    }

    private ZipEntry entry(String name, long most) throws UnusableModelFile {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("it holds no " + name);
        }
        boolean packed = entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize();
        if (packed || entry.getSize() < 0 || entry.getSize() > length || entry.getSize() > most) {
            throw damaged(name + " is packed, or claims to be larger than it can be");
        }
        return entry;
    }

    private Manifest readManifest() throws IOException {
        byte[] words = whole(entry(WriteModelFile.MANIFEST, MOST_WORDS));
        try {
            JsonNode tree = JSON.readTree(words);
            if (!tree.path("format").asText().equals(Manifest.FORMAT)) {
                throw damaged("its manifest is not that of a model");
            }
            int version = tree.path("version").asInt();
            if (version > Manifest.VERSION) {
                throw new UnusableModelFile(
                        "%s has version %d of the format, and this program reads up to version %d; use a newer Doubtless."
                                .formatted(path, version, Manifest.VERSION));
            }
            if (version < 1) {
                throw damaged("its manifest has no version");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JsonProcessingException | RuntimeException e) {
            throw damaged("its manifest cannot be read");
        }
    }

    private UnusableModelFile damaged(String how) {
        return new UnusableModelFile(
                "%s is no model's file or is damaged (%s); download it again.".formatted(path, how));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
