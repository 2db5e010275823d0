package org.doubtless.model.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a model's file: a ZIP of {@value #MANIFEST}, {@value #EXTRACTOR} and {@value #ANSWERS}, none of them compressed,
 * so that nobody who reads it unpacks more than was sent.
 */
public final class WriteModelFile {
    static final String MANIFEST = "manifest.json";
    static final String EXTRACTOR = "extractor.bin";
    static final String ANSWERS = "answers.bin";

    private WriteModelFile() {}

    /** Writes the same bytes each time: it is asked twice. */
    @FunctionalInterface
    public interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param out stays the caller's to close */
    public static void write(Manifest manifest, Part extractor, Part answers, OutputStream out) throws IOException {
        byte[] words = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsBytes(manifest);
        ZipOutputStream zip = new ZipOutputStream(out);
        add(zip, MANIFEST, manifest, target -> target.write(words));
        add(zip, EXTRACTOR, manifest, extractor);
        add(zip, ANSWERS, manifest, answers);
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, Manifest manifest, Part part) throws IOException {
        CountedBytes counted = new CountedBytes();
        CheckedOutputStream sum = new CheckedOutputStream(counted, new CRC32());
        part.writeTo(sum);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(counted.count);
        entry.setCrc(sum.getChecksum().getValue());
        // The same model gives the same bytes, whenever it is written.
        entry.setTime(manifest.created().toEpochMilli());
        zip.putNextEntry(entry);
        part.writeTo(zip);
        zip.closeEntry();
    }

    private static final class CountedBytes extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
