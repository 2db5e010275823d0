package org.doubtless.pool.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP files made on the spot, whole ones and hostile ones. */
public final class SampleZips {
    private SampleZips() {}

    public static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One entry, put in without packing. */
    public static byte[] stored(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One entry that begins like a BMP and goes on with zeros for this many bytes. */
    public static byte[] bomb(long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.bmp"));
            byte[] header = new byte[54];
            ByteBuffer.wrap(header)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 'B')
                    .put((byte) 'M')
                    .putInt(10, 54)
                    .putInt(14, 40)
                    .putInt(18, 1000)
                    .putInt(22, 1000)
                    .putShort(28, (short) 24);
            zip.write(header);
            byte[] zeros = new byte[1 << 20];
            for (long left = size - header.length; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(zeros.length, left));
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Changes a number in the directory's header of the n-th entry. */
    public static byte[] withDirectoryNumber(byte[] zip, int entry, int offset, int value) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(header(zip, entry) + offset, value);
        return changed;
    }

    /** Sets the flag by which the n-th entry is locked with a password. */
    public static byte[] locked(byte[] zip, int entry) {
        byte[] changed = zip.clone();
        changed[header(zip, entry) + 8] |= 1;
        return changed;
    }

    public static byte[] cut(byte[] bytes, double share) {
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }

    private static int header(byte[] zip, int entry) {
        int found = -1;
        for (int at = 0; at < zip.length; at++) {
            if (Bytes.startsWith(zip, at, "PK\1\2") && ++found == entry) {
                return at;
            }
        }
        throw new IllegalArgumentException("There is no entry " + entry);
    }
}
