package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.doubtless.learning.posterior.LinearDraws;
import org.junit.jupiter.api.Test;

/** Bytes that are all there, and would still take many times their memory. */
class HostileSizesTest {

    private interface Written {
        void to(NumberWriter out) throws IOException;
    }

    private static NumberReader read(Written written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NumberWriter writer = new NumberWriter(bytes);
        written.to(writer);
        writer.flush();
        return new NumberReader(new ByteArrayInputStream(bytes.toByteArray()), bytes.size());
    }

    @Test
    void parts_that_overlap_are_refused() throws IOException {
        NumberReader overlapping = read(out -> {
            out.write(2);
            out.write("first");
            out.write(0);
            out.write(4);
            out.write("second");
            out.write(2);
            out.write(6);
        });
        assertThatThrownBy(() -> PoolReference.readFrom(overlapping))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it says 2 where 4");
    }

    @Test
    void more_networks_than_anybody_draws_are_refused() throws IOException {
        NumberReader many = draws(1_001, 3);
        assertThatThrownBy(() -> LinearDraws.readFrom(many, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1,001 where 1 to 1,000");
        NumberReader wide = draws(1_000, 501);
        assertThatThrownBy(() -> LinearDraws.readFrom(wide, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("501 where 1 to 500");
        assertThat(LinearDraws.readFrom(draws(500, 1_000), 1).samples())
                .as("the most that a project may have")
                .isEqualTo(500);
    }

    private static NumberReader draws(int samples, int outputs) throws IOException {
        return read(out -> {
            out.write(samples);
            out.write(outputs);
            out.write(new FloatMatrix(1, samples * outputs, new float[samples * outputs]));
        });
    }

    @Test
    void rows_of_one_number_each_are_not_taken_by_the_million() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FloatRows.write(new float[60_000][1], new DataOutputStream(bytes));
        assertThatThrownBy(() -> FloatRows.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }
}
