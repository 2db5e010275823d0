package org.doubtless.round;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.LibraryVersions;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.round.features.RoundPool;

/** What a model was made from: with it and the same annotations the same model can be made again. */
final class Origin {
    private Origin() {}

    static Map<String, Object> of(
            Snapshot snapshot, LearnerSettings settings, RoundPool pool, Duration learning, Duration whole) {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("trainingSetHash", snapshot.trainingSetHash());
        origin.put("newestAnnotation", snapshot.newest());
        origin.put("seed", settings.seed());
        origin.put("samples", settings.samples());
        origin.put("posterior", "auto");
        origin.put(
                "acquisition",
                settings.acquisition().map(AcquisitionFunction::name).orElse("auto"));
        origin.put("featureSet", pool.set().id());
        origin.put("features", pool.set().extractor().columns());
        origin.put("images", pool.images().size() + pool.beyond().size());
        origin.put("imagesInGraph", pool.images().size());
        origin.put("learnSeconds", learning.toMillis() / 1000.0);
        origin.put("roundSeconds", whole.toMillis() / 1000.0);
        origin.put("version", LearnerSettings.class.getPackage().getImplementationVersion());
        origin.put("libraries", LibraryVersions.all());
        origin.put("machine", Machine.here());
        origin.put("java", System.getProperty("java.version"));
        origin.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return origin;
    }
}
