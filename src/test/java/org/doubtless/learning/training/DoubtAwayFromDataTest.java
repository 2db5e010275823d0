package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Model doubt is high where no data are, data doubt where the data are noisy. */
class DoubtAwayFromDataTest {

    private static final double[] PLACES = NoisySine.grid(-10, 10, 81);

    @ParameterizedTest
    // The others take longer; DoubtFigureBenchmark draws them all.
    @EnumSource(names = {"MC_DROPOUT", "ENSEMBLE"})
    void growsAwayFromTheData(PosteriorKind kind) {
        NoisySine.Answers answers = NoisySine.seen(400, 1).learn(kind, 50, PLACES);
        double inside = mean(answers::modelDoubt, -4, 4);
        double left = mean(answers::modelDoubt, -10, -8);
        double right = mean(answers::modelDoubt, 8, 10);
        double quiet = mean(answers::dataDoubt, -4.5, -0.5);
        double noisy = mean(answers::dataDoubt, 0.5, 4.5);
        double miss = mean(place -> Math.abs(answers.mean(place) - Math.sin(PLACES[place])), -4.5, 4.5);
        assertThat(left).isGreaterThan(2 * inside);
        assertThat(right).isGreaterThan(2 * inside);
        assertThat(noisy).isGreaterThan(1.5 * quiet);
        assertThat(miss).isLessThan(0.4);
    }

    private static double mean(IntToDoubleFunction doubt, double from, double to) {
        return IntStream.range(0, PLACES.length)
                .filter(place -> PLACES[place] >= from && PLACES[place] <= to)
                .mapToDouble(doubt)
                .average()
                .orElseThrow();
    }
}
