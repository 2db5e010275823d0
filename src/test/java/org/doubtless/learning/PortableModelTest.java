package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PortableModelTest {
    private static final int IMAGES = 90;

    private static PreparedPool pool;
    private static LearnedModel model;
    private static byte[] extractor;
    private static byte[] answers;
    private static List<BufferedImage> others;

    @BeforeAll
    static void learn() throws IOException {
        PreparedPool fitted = PreparedPool.labelFree(
                DrawnShapes.source(IMAGES, 1), new FitLabelFreeFeatures(3, 2), Cancellation.never(), Progress.none());
        pool = PreparedPool.extracted((LabelFreeFeatures) fitted.extractor(), kept(fitted.features()))
                .withRecipe(3, Cancellation.never(), Progress.none());
        model = learn(12);
        others = DrawnShapes.images(30, 2);
        PortableModel portable = PortableModel.of(pool, model);
        extractor = bytes(portable::writeExtractor);
        answers = bytes(portable::writeAnswers);
    }

    private static LearnedModel learn(int labels) {
        int[] rows = new int[labels];
        Arrays.setAll(rows, i -> i);
        LabelledRows labelled = new LabelledRows(3, rows, Arrays.copyOf(DrawnShapes.labels(IMAGES), labels));
        return new ActiveLearner(LearnerSettings.auto(5)).learn(pool, labelled, Cancellation.never(), Progress.none());
    }

    /** As a database gives them back. */
    private static FeatureMatrix kept(FeatureMatrix features) {
        float[] values = new float[features.rows() * features.columns()];
        float[] row = new float[features.columns()];
        for (int n = 0; n < features.rows(); n++) {
            features.copyRow(n, row, 0);
            HalfRow.read(HalfRow.toBytes(row), values, n * row.length);
        }
        return FeatureMatrix.owning(features.columns(), values);
    }

    private interface Written {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Written written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        written.to(out);
        return out.toByteArray();
    }

    private static PortableModel read(byte[] features, byte[] numbers) throws IOException {
        return PortableModel.read(features, new ByteArrayInputStream(numbers), numbers.length);
    }

    private static List<float[]> rows(PortableModel portable) {
        return others.stream().map(portable::extract).toList();
    }

    @Test
    void answersToTheLastBitAsTheModelDoesBesideItsPool() throws IOException {
        PortableModel portable = read(extractor, answers);
        List<float[]> rows = rows(portable);
        List<ImageDoubt> there = portable.score(rows);
        List<ImageDoubt> here = model.score(FeatureMatrix.ofRows(rows.get(0).length, rows));
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i).probabilities()).isEqualTo(here.get(i).probabilities());
            assertThat(there.get(i).epistemic()).isEqualTo(here.get(i).epistemic());
            assertThat(there.get(i).aleatoric()).isEqualTo(here.get(i).aleatoric());
        }
        int right = 0;
        for (int i = 0; i < there.size(); i++) {
            right += there.get(i).prediction() == i % 3 ? 1 : 0;
        }
        assertThat(right).as("and it is a model").isGreaterThan(25);
        assertThat(portable.images()).isEqualTo(IMAGES);
        assertThat(portable.classesSeen()).isEqualTo(3);
    }

    @Test
    void answersOneByOneAsItDoesTogether() throws IOException {
        PortableModel portable = read(extractor, answers);
        List<float[]> rows = rows(portable);
        List<ImageDoubt> together = portable.score(rows);
        for (int i = 0; i < rows.size(); i++) {
            ImageDoubt alone = portable.score(List.of(rows.get(i))).get(0);
            for (int c = 0; c < 3; c++) {
                assertThat(alone.probabilities()[c]).isCloseTo(together.get(i).probabilities()[c], within(1e-5f));
            }
            assertThat(alone.epistemic()).isCloseTo(together.get(i).epistemic(), within(1e-5));
        }
    }

    @Test
    void aModelThatKnowsOneClassOnlyTravelsToo() throws IOException {
        LearnedModel ignorant = learn(1);
        PortableModel taken = PortableModel.of(pool, ignorant);
        PortableModel portable = read(extractor, bytes(taken::writeAnswers));
        assertThat(portable.classesSeen()).isEqualTo(1);
        assertThat(portable.score(rows(portable)).get(4).probabilities())
                .isEqualTo(taken.score(rows(taken)).get(4).probabilities());
    }

    @Test
    void whateverEndsTooSoonIsRefused() {
        for (int length = 0; length < answers.length; length += 1 + answers.length / 200) {
            byte[] cut = Arrays.copyOf(answers, length);
            assertThatThrownBy(() -> read(extractor, cut)).isInstanceOf(IOException.class);
        }
        for (int length = 0; length < extractor.length; length += 1 + extractor.length / 50) {
            byte[] cut = Arrays.copyOf(extractor, length);
            assertThatThrownBy(() -> read(cut, answers)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> read(extractor, Arrays.copyOf(answers, answers.length + 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lengthsThatNobodyWroteAskForNoMemory() {
        SplittableRandom random = new SplittableRandom(4);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++) {
            byte[] hostile = answers.clone();
            for (int k = 0; k < 4; k++) {
                hostile[random.nextInt(trial < 200 ? 80 : hostile.length)] =
                        (byte) (random.nextInt(4) == 0 ? 0x7f : 0xff);
            }
            try {
                PortableModel portable = read(extractor, hostile);
                portable.score(rows(portable));
            } catch (IOException | IllegalArgumentException e) {
                // Numbers may be read that give no probabilities: nothing else than that is let through.
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(150);
        byte[] huge = answers.clone();
        Arrays.fill(huge, 8, 68, (byte) 0x7f);
        assertThatThrownBy(() -> read(extractor, huge)).isInstanceOf(IOException.class);
    }
}
