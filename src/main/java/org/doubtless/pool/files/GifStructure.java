package org.doubtless.pool.files;

import java.awt.Rectangle;

/** Walks a GIF's blocks to the end of its first frame; the frames after it are not looked at. */
final class GifStructure {
    static final int HEADER = 13;

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;

    private GifStructure() {}

    static Structure read(byte[] bytes) throws RefusedFile {
        int position = findFrame(bytes);
        skipSubBlocks(bytes, position + 10 + colourTable(Bytes.u8(bytes, position + 9)) + 1);
        Rectangle frame = frame(bytes);
        // Browsers show the screen, of which the frame may be a part; a broken writer's screen is smaller.
        int width = Math.max(Bytes.u16(bytes, 6, true), frame.x + frame.width);
        int height = Math.max(Bytes.u16(bytes, 8, true), frame.y + frame.height);
        return new Structure(width, height, Structure.UPRIGHT);
    }

    /** Where the first frame lies on the screen. */
    static Rectangle frame(byte[] bytes) throws RefusedFile {
        int at = findFrame(bytes);
        return new Rectangle(
                Bytes.u16(bytes, at + 1, true),
                Bytes.u16(bytes, at + 3, true),
                Bytes.u16(bytes, at + 5, true),
                Bytes.u16(bytes, at + 7, true));
    }

    private static int findFrame(byte[] bytes) throws RefusedFile {
        int position = HEADER + colourTable(Bytes.u8(bytes, 10));
        while (Bytes.u8(bytes, position) == EXTENSION) {
            position = skipSubBlocks(bytes, position + 2);
        }
        if (Bytes.u8(bytes, position) != FRAME) {
            throw RefusedFile.damaged("it holds no picture");
        }
        return position;
    }

    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int skipSubBlocks(byte[] bytes, int start) {
        int position = start;
        int length;
        do {
            length = Bytes.u8(bytes, position);
            position += 1 + length;
        } while (length > 0);
        return position;
    }
}
