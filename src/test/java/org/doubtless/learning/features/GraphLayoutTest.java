package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.doubtless.learning.work.Cancellation;
import org.junit.jupiter.api.Test;

/** A plane for people: alike together, within its borders, the same each time. */
class GraphLayoutTest {
    private static final int NODES = 240;
    private static final int CLOUDS = 3;

    private final NeighbourGraph graph = NeighbourGraph.of(Clouds.of(NODES, CLOUDS, 8, 3), Cancellation.never());
    private final SpectralCoordinates spectrum = SpectralCoordinates.of(graph, 5, Cancellation.never());

    @Test
    void neighbours_of_the_graph_lie_nearer_than_others() {
        FloatMatrix plane_N2 = GraphLayout.of(graph, spectrum, 7, Cancellation.never());
        double joined = 0;
        double weights = 0;
        double others = 0;
        for (int node = 0; node < NODES; node++) {
            for (int other = 0; other < node; other++) {
                double distance = distance(plane_N2, node, other);
                joined += graph.weight(node, other) * distance;
                weights += graph.weight(node, other);
                others += distance;
            }
        }
        assertThat(joined / weights).isLessThan(others / (NODES * (NODES - 1) / 2.0) / 3);
    }

    @Test
    void the_plane_is_filled_from_0_to_1_and_the_same_each_time() {
        FloatMatrix plane_N2 = GraphLayout.of(graph, spectrum, 7, Cancellation.never());
        float low = 1;
        float high = 0;
        for (float value : plane_N2.values()) {
            assertThat(value).isBetween(0f, 1f);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        assertThat(high - low).isCloseTo(1, within(1e-4f));
        assertThat(GraphLayout.of(graph, spectrum, 7, Cancellation.never()).values())
                .isEqualTo(plane_N2.values());
    }

    @Test
    void one_image_and_two_have_a_place() {
        for (int nodes = 1; nodes <= 2; nodes++) {
            NeighbourGraph tiny = NeighbourGraph.of(Clouds.of(nodes, 1, 8, 3), Cancellation.never());
            FloatMatrix plane_N2 = GraphLayout.of(
                    tiny, SpectralCoordinates.of(tiny, 5, Cancellation.never()), 7, Cancellation.never());
            assertThat(plane_N2.rows()).isEqualTo(nodes);
            for (float value : plane_N2.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    private static double distance(FloatMatrix plane_N2, int one, int other) {
        return Math.hypot(plane_N2.at(one, 0) - plane_N2.at(other, 0), plane_N2.at(one, 1) - plane_N2.at(other, 1));
    }
}
