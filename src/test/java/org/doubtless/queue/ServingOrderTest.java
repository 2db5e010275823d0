package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.doubtless.pool.ImageId;
import org.junit.jupiter.api.Test;

class ServingOrderTest {
    @Test
    void one_of_every_ten_images_served_is_a_control_image() {
        List<ServingOrder.Place> order = ServingOrder.merge(images(1, 90), images(1000, 10), 0.1, 7);
        for (int block = 0; block < 10; block++) {
            assertThat(order.subList(10 * block, 10 * block + 10).stream().filter(ServingOrder.Place::control))
                    .as("images %d to %d", 10 * block + 1, 10 * block + 10)
                    .hasSize(1);
        }
    }

    @Test
    void chance_draws_which_so_that_nobody_can_count_it_out() {
        List<ServingOrder.Place> order = ServingOrder.merge(images(1, 900), images(1000, 100), 0.1, 7);
        Map<Integer, Long> placesInBlock = IntStream.range(0, 1000)
                .filter(served -> order.get(served).control())
                .boxed()
                .collect(Collectors.groupingBy(served -> served % 10, Collectors.counting()));
        assertThat(placesInBlock)
                .as("every place of a block is taken, none by most")
                .hasSize(10);
        assertThat(placesInBlock.values()).allMatch(times -> times < 25);
        assertThat(ServingOrder.merge(images(1, 900), images(1000, 100), 0.1, 7))
                .isEqualTo(order);
    }

    @Test
    void both_arms_keep_their_own_order_and_nothing_is_lost_or_doubled() {
        List<ImageId> active = images(1, 37);
        List<ImageId> control = images(1000, 11);
        List<ServingOrder.Place> order = ServingOrder.merge(active, control, 0.2, 7);
        assertThat(order.stream()
                        .filter(p -> !p.control())
                        .map(ServingOrder.Place::image)
                        .toList())
                .isEqualTo(active);
        assertThat(order.stream()
                        .filter(ServingOrder.Place::control)
                        .map(ServingOrder.Place::image)
                        .toList())
                .isEqualTo(control);
    }

    @Test
    void positions_rise_strictly_between_0_and_1() {
        List<ServingOrder.Place> order = ServingOrder.merge(images(1, 50), images(1000, 50), 0.1, 7);
        assertThat(order.stream().map(ServingOrder.Place::position).toList())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(position -> position > 0 && position < 1);
    }

    @Test
    void one_arm_alone_is_served_whole() {
        assertThat(ServingOrder.merge(images(1, 5), List.of(), 0.1, 7)).hasSize(5);
        assertThat(ServingOrder.merge(List.of(), images(1, 5), 0, 7)).hasSize(5);
        assertThat(ServingOrder.merge(List.of(), List.of(), 0.1, 7)).isEmpty();
    }

    private static List<ImageId> images(long first, int number) {
        return LongStream.range(first, first + number).mapToObj(ImageId::new).toList();
    }
}
