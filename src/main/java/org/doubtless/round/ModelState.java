package org.doubtless.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.pool.ImageId;
import org.doubtless.round.features.RoundPool;

/**
 * A model's parameters as they are kept: the recipe's model is solved in closed form from features, graph and labels, all
 * of which are kept, so that its state is which of them. Solved again it is the same to the last bit.
 *
 * @param format of this record
 * @param featureSet what made the features
 * @param images in the graph, oldest first
 * @param seed of everything drawn
 * @param samples models drawn from the posterior
 * @param classes how many there are
 * @param labels image id → place of its class, in the order in which they were given
 */
record ModelState(
        int format, long featureSet, List<Long> images, long seed, int samples, int classes, List<long[]> labels) {
    private static final int FORMAT = 1;

    static ModelState of(RoundPool pool, LearnerSettings settings, int classes, List<Snapshot.Labelled> training) {
        return new ModelState(
                FORMAT,
                pool.set().id(),
                pool.images().stream().map(ImageId::value).toList(),
                settings.seed(),
                settings.samples(),
                classes,
                training.stream()
                        .map(labelled -> new long[] {labelled.image().value(), labelled.label()})
                        .toList());
    }

    static ModelState fromBytes(ObjectMapper json, byte[] bytes) {
        try {
            ModelState state = json.readValue(bytes, ModelState.class);
            if (state.format() != FORMAT) {
                throw new IllegalStateException(
                        "The model's state has format " + state.format() + "; this version reads " + FORMAT);
            }
            return state;
        } catch (IOException e) {
            throw new IllegalStateException("The model's state cannot be read: " + e.getMessage(), e);
        }
    }

    LearnerSettings settings() {
        return LearnerSettings.auto(seed).withSamples(samples);
    }

    List<ImageId> graph() {
        return images.stream().map(ImageId::new).toList();
    }

    /** The labels as rows of the pool; those of images that no model can read are left out. */
    LabelledRows labelled(RoundPool pool) {
        List<long[]> known = labels.stream()
                .filter(label -> pool.row(new ImageId(label[0])).isPresent())
                .toList();
        return new LabelledRows(
                classes,
                known.stream()
                        .mapToInt(label -> pool.row(new ImageId(label[0])).orElseThrow())
                        .toArray(),
                known.stream().mapToInt(label -> (int) label[1]).toArray());
    }

    byte[] toBytes(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The model's state cannot be written: " + e.getOriginalMessage(), e);
        }
    }
}
