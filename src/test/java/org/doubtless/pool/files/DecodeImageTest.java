package org.doubtless.pool.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class DecodeImageTest {
    private final DecodeImage decode = new DecodeImage(SharedMemory.partOfHeap(3));

    @Test
    void keepsGreyAsItIsStored() throws RefusedFile {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 100, 255});

        BufferedImage read = decode.decode(SampleImages.write("png", grey), 10);

        assertThat(pixels(read)).containsExactly(0xff000000, 0xff646464, 0xffffffff);
    }

    @Test
    void readsSixteenBits() throws RefusedFile {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 0x8080, 0xffff});

        assertThat(pixels(decode.decode(SampleImages.write("png", grey), 10)))
                .containsExactly(0xff000000, 0xff808080, 0xffffffff);
        assertThat(pixels(decode.decode(SampleImages.write("tiff", grey), 10)))
                .containsExactly(0xff000000, 0xff808080, 0xffffffff);
    }

    @Test
    void readsPalettes() throws RefusedFile {
        byte[] reds = {0, (byte) 200, 10};
        byte[] greens = {0, 100, 20};
        byte[] blues = {0, 50, 30};
        IndexColorModel palette = new IndexColorModel(8, 3, reds, greens, blues);
        BufferedImage indexed = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        indexed.getRaster().setPixels(0, 0, 3, 1, new int[] {2, 1, 0});

        assertThat(pixels(decode.decode(SampleImages.write("png", indexed), 10)))
                .containsExactly(0xff0a141e, 0xffc86432, 0xff000000);
        assertThat(pixels(decode.decode(SampleImages.write("gif", indexed), 10)))
                .containsExactly(0xff0a141e, 0xffc86432, 0xff000000);
    }

    @Test
    void keepsTransparency() throws RefusedFile {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80ff0000);
        image.setRGB(1, 0, 0x00000000);

        assertThat(pixels(decode.decode(SampleImages.write("png", image), 10))).containsExactly(0x80ff0000, 0);
    }

    @Test
    void readsFourInks() throws RefusedFile, IOException {
        BufferedImage inked = decode.decode(SampleImages.cmykJpeg(16, 8, 10), 100);
        BufferedImage blank = decode.decode(SampleImages.cmykJpeg(16, 8, 250), 100);

        assertThat(inked.getWidth()).isEqualTo(16);
        assertThat(inked.getRGB(3, 3) >> 8 & 0xff).isLessThan(60);
        assertThat(blank.getRGB(3, 3) >> 8 & 0xff).isGreaterThan(220);
    }

    @Test
    void readsBothHalvesOfAWebp() throws RefusedFile {
        BufferedImage image = decode.decode(SampleImages.webp(), 100);

        assertThat(image.getRGB(3, 8) >> 16 & 0xff).isGreaterThan(150);
        assertThat(image.getRGB(20, 8) & 0xff).isGreaterThan(150);
    }

    @Test
    void averagesTheAreaThatAPixelCovers() throws RefusedFile {
        BufferedImage board = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 400; x++) {
                board.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
            }
        }

        BufferedImage small = decode.decode(SampleImages.write("png", board), 100);

        assertThat(small.getWidth()).isEqualTo(100);
        assertThat(small.getHeight()).isEqualTo(50);
        assertThat(pixels(small)).containsOnly(0xff808080);
    }

    @Test
    void neverEnlarges() throws RefusedFile {
        assertThat(decode.decode(SampleImages.png(28, 20, 1), 256).getWidth()).isEqualTo(28);
    }

    /** What lies under full transparency must not bleed into its neighbours. */
    @Test
    void weighsColourByOpacity() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff0000ff);
        image.setRGB(1, 0, 0x0000ff00);

        assertThat(AreaAverage.scale(image, 1, 1).getRGB(0, 0)).isEqualTo(0x800000ff);
    }

    @Test
    void averagesUnevenAreasWithoutLoss() {
        BufferedImage image = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                image.setRGB(x, y, 0x2a2a2a);
            }
        }
        assertThat(pixels(AreaAverage.scale(image, 3, 2))).containsOnly(0xff2a2a2a);
    }

    /** A few bytes that claim 10,000 × 10,000 pixels take no more than was set aside for them. */
    @Test
    void readsATinyFrameOnAHugeScreen() throws RefusedFile {
        byte[] gif = onScreen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 10_000);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        decode.decode(gif, 256);
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());

        BufferedImage read = decode.decode(gif, 256);

        assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(20_000_000);
        assertThat(read.getWidth()).isEqualTo(256);
        assertThat(read.getHeight()).isEqualTo(256);
    }

    @Test
    void putsAFrameWhereItLiesOnAScreenReadWithGaps() throws RefusedFile {
        BufferedImage red = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 1000; y++) {
            for (int x = 0; x < 1000; x++) {
                red.setRGB(x, y, 0xff0000);
            }
        }

        BufferedImage read = decode.decode(onScreen(red, 4000), 4);

        assertThat(read.getRGB(0, 0)).isEqualTo(0xffff0000);
        assertThat(read.getRGB(1, 0)).isZero();
        assertThat(read.getRGB(1, 1)).isZero();
    }

    /** A GIF whose frame is the upper left corner of a larger screen. */
    private static byte[] onScreen(BufferedImage frame, int side) {
        byte[] gif = SampleImages.write("gif", frame);
        for (int at = 6; at < 10; at += 2) {
            gif[at] = (byte) side;
            gif[at + 1] = (byte) (side >> 8);
        }
        return gif;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
