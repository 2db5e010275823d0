package org.doubtless.round.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.doubtless.pool.ImageId;
import org.junit.jupiter.api.Test;

/** Which images of a pool too large for a graph lie in it. */
class DrawnImagesTest {
    private static final List<ImageId> POOL = ids(1, 1_000);

    @Test
    void all_labelled_ones_are_in_it_and_none_twice() {
        List<ImageId> labelled = ids(500, 540);
        List<ImageId> drawn = PreparePool.drawn(POOL, labelled, 100);
        assertThat(drawn).containsAll(labelled).doesNotHaveDuplicates().isSubsetOf(POOL);
        assertThat(drawn.size()).isBetween(100, 140);
        assertThat(drawn).isSortedAccordingTo((a, b) -> Long.compare(a.value(), b.value()));
    }

    @Test
    void a_label_on_a_drawn_image_changes_nothing() {
        List<ImageId> before = PreparePool.drawn(POOL, List.of(), 100);
        assertThat(PreparePool.drawn(POOL, before.subList(0, 10), 100)).isEqualTo(before);
    }

    @Test
    void new_images_push_few_out() {
        List<ImageId> before = PreparePool.drawn(POOL, List.of(), 100);
        List<ImageId> after = PreparePool.drawn(ids(1, 1_100), List.of(), 100);
        assertThat(after.stream().filter(before::contains).count()).isGreaterThan(75);
    }

    @Test
    void chance_draws_from_everywhere() {
        List<ImageId> drawn = PreparePool.drawn(POOL, List.of(), 200);
        assertThat(drawn.stream().filter(image -> image.value() <= 500).count()).isBetween(70L, 130L);
    }

    @Test
    void what_cannot_be_read_is_not_in_it_though_it_is_labelled() {
        assertThat(PreparePool.drawn(POOL, ids(2_000, 2_003), 100)).hasSize(100);
    }

    private static List<ImageId> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(ImageId::new).toList();
    }
}
