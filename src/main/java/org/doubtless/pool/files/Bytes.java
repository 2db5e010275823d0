package org.doubtless.pool.files;

import java.nio.charset.StandardCharsets;

/** Numbers and words inside a file's bytes. */
final class Bytes {
    private Bytes() {}

    static boolean startsWith(byte[] bytes, int offset, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (offset < 0 || offset + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static int u8(byte[] bytes, int offset) {
        return bytes[offset] & 0xff;
    }

    static int u16(byte[] bytes, int offset, boolean littleEndian) {
        int first = u8(bytes, offset);
        int second = u8(bytes, offset + 1);
        return littleEndian ? first | second << 8 : first << 8 | second;
    }

    static long u32(byte[] bytes, int offset, boolean littleEndian) {
        long first = u16(bytes, offset, littleEndian);
        long second = u16(bytes, offset + 2, littleEndian);
        return littleEndian ? first | second << 16 : first << 16 | second;
    }

    static long u64(byte[] bytes, int offset, boolean littleEndian) {
        long first = u32(bytes, offset, littleEndian);
        long second = u32(bytes, offset + 4, littleEndian);
        return littleEndian ? first | second << 32 : first << 32 | second;
    }
}
