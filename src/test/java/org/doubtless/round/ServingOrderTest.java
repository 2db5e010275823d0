package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.doubtless.pool.ImageId;
import org.junit.jupiter.api.Test;

class ServingOrderTest {
    @Test
    void every_tenth_image_served_is_a_control_image() {
        List<ServingOrder.Place> order = ServingOrder.merge(images(1, 90), images(1000, 10), 0.1);
        for (int served = 0; served < order.size(); served++) {
            assertThat(order.get(served).control()).as("place %d", served + 1).isEqualTo((served + 1) % 10 == 0);
        }
    }

    @Test
    void both_arms_keep_their_own_order_and_nothing_is_lost_or_doubled() {
        List<ImageId> active = images(1, 37);
        List<ImageId> control = images(1000, 11);
        List<ServingOrder.Place> order = ServingOrder.merge(active, control, 0.2);
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
        List<ServingOrder.Place> order = ServingOrder.merge(images(1, 50), images(1000, 50), 0.1);
        assertThat(order.stream().map(ServingOrder.Place::position).toList())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(position -> position > 0 && position < 1);
    }

    @Test
    void one_arm_alone_is_served_whole() {
        assertThat(ServingOrder.merge(images(1, 5), List.of(), 0.1)).hasSize(5);
        assertThat(ServingOrder.merge(List.of(), images(1, 5), 0)).hasSize(5);
        assertThat(ServingOrder.merge(List.of(), List.of(), 0.1)).isEmpty();
    }

    private static List<ImageId> images(long first, int number) {
        return LongStream.range(first, first + number).mapToObj(ImageId::new).toList();
    }
}
