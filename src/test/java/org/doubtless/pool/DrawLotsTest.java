package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawLotsTest {
    private static final int IMAGES = 20_000;

    private final List<Sha256> images = IntStream.range(0, IMAGES)
            .mapToObj(i -> Sha256.of(ByteBuffer.allocate(4).putInt(i).array()))
            .toList();

    @Test
    void drawsTheShareThatIsAskedFor() {
        for (double share : new double[] {0, 0.02, 0.1, 0.5}) {
            double deviation = Math.sqrt(IMAGES * share * (1 - share));
            assertThat((double) control(new DrawLots(7, share)).size())
                    .isBetween(IMAGES * share - 4 * deviation, IMAGES * share + 4 * deviation);
        }
    }

    @Test
    void drawsTheSameEachTimeAndAnotherForEachSeed() {
        assertThat(control(new DrawLots(7, 0.1))).isEqualTo(control(new DrawLots(7, 0.1)));
        long both = control(new DrawLots(7, 0.5)).stream()
                .filter(control(new DrawLots(8, 0.5))::contains)
                .count();
        assertThat(both).isBetween(IMAGES / 4L - 300, IMAGES / 4L + 300);
    }

    @Test
    void keepsItsControlImagesWhenTheShareGrows() {
        assertThat(control(new DrawLots(7, 0.2))).containsAll(control(new DrawLots(7, 0.1)));
    }

    /** Otherwise the control images would come early or late in the queue. */
    @Test
    void drawsTheLotIndependentlyOfTheArm() {
        DrawLots lots = new DrawLots(7, 0.1);
        double mean = control(lots).stream().mapToDouble(lots::lot).average().orElseThrow();

        assertThat(mean).isBetween(0.47, 0.53);
        assertThat(images).allMatch(image -> lots.lot(image) > 0 && lots.lot(image) < 1);
    }

    private List<Sha256> control(DrawLots lots) {
        return images.stream().filter(image -> lots.arm(image) == Arm.CONTROL).toList();
    }
}
