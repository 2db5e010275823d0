package org.doubtless.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.doubtless.model.ModelVersion;

/**
 * A model version in the words of its page.
 *
 * @param word its state: serves, kept, retired
 * @param at when it was published, or made where it never was
 * @param labels it learnt from
 * @param accuracy on the control arm, when it was made; empty where nothing was measured
 * @param why what came of the comparison with the model that was published before; empty where there was none
 */
public record ModelRow(
        int number, String state, String word, String at, String labels, String accuracy, String interval, String why) {

    /** A number with its name. */
    public record Measure(String name, String value) {}

    static ModelRow of(ModelVersion version) {
        Map<?, ?> metrics = version.metrics();
        Map<?, ?> accuracy = map(metrics.get("accuracy"));
        return new ModelRow(
                version.number(),
                version.state(),
                version.isPublished() ? "serves" : version.state(),
                version.publishedAt().orElse(version.createdAt()).toString(),
                count(metrics.get("trainingLabels")),
                accuracy.isEmpty() ? "" : percent(accuracy.get("value")),
                accuracy.isEmpty()
                        ? ""
                        : "%s to %s, %s control images"
                                .formatted(
                                        tenths(accuracy.get("low")),
                                        tenths(accuracy.get("high")),
                                        count(accuracy.get("n"))),
                String.valueOf(
                        map(metrics.get("comparison")).containsKey("sentence")
                                ? map(metrics.get("comparison")).get("sentence")
                                : ""));
    }

    /** What it was measured to be besides, in words. */
    static List<Measure> measures(ModelVersion version) {
        Map<String, Object> metrics = version.metrics();
        if (!metrics.containsKey("accuracy")) {
            return List.of();
        }
        return List.of(
                new Measure("Right", percent(map(metrics.get("accuracy")).get("value"))),
                new Measure("Right, every label counting alike", percent(metrics.get("balancedAccuracy"))),
                new Measure("Average gap of its percentages", gap(metrics)),
                new Measure("Brier score, 0 is perfect", decimals(metrics.get("brier"))),
                new Measure(
                        "Surprise at the truth (nats), 0 is perfect", decimals(metrics.get("negativeLogLikelihood"))));
    }

    /** Of few images it is mostly chance, also where an earlier version has stored it. */
    private static String gap(Map<String, Object> metrics) {
        int images = map(metrics.get("accuracy")).get("n") instanceof Number n ? n.intValue() : 0;
        return images < ModelVersion.CALIBRATED_BY
                ? "not known: takes about %d control images".formatted(ModelVersion.CALIBRATED_BY)
                : tenths(metrics.get("calibrationError")) + " points";
    }

    /** Where it comes from, in words. */
    static List<Measure> origin(ModelVersion version) {
        Map<String, Object> origin = version.provenance();
        Map<?, ?> machine = map(origin.get("machine"));
        return Stream.of(
                        new Measure(
                                "Labels",
                                "%s, up to answer %s; their SHA-256 is %s"
                                        .formatted(
                                                count(version.metrics().get("trainingLabels")),
                                                origin.get("newestAnnotation"),
                                                origin.get("trainingSetHash"))),
                        new Measure(
                                "Images",
                                "%s, of which %s in the graph of look-alikes"
                                        .formatted(count(origin.get("images")), count(origin.get("imagesInGraph")))),
                        new Measure(
                                "Features",
                                "%s numbers an image, made by feature set %s"
                                        .formatted(count(origin.get("features")), origin.get("featureSet"))),
                        new Measure(
                                "Learner",
                                "posterior %s with %s samples, acquisition %s"
                                        .formatted(
                                                origin.get("posterior"),
                                                origin.get("samples"),
                                                origin.get("acquisition"))),
                        new Measure("Seed", String.valueOf(origin.get("seed"))),
                        new Measure(
                                "Time",
                                "learning %s s, the whole round %s s"
                                        .formatted(origin.get("learnSeconds"), origin.get("roundSeconds"))),
                        new Measure("Software", software(origin)),
                        new Measure(
                                "Machine",
                                machine.isEmpty()
                                        ? String.valueOf(origin.get("system"))
                                        : "%s, %s processors, %s MB for the worker, %s"
                                                .formatted(
                                                        machine.get("name"),
                                                        machine.get("processors"),
                                                        machine.get("workerMemoryMegabytes"),
                                                        origin.get("system"))))
                .toList();
    }

    private static String software(Map<String, Object> origin) {
        StringBuilder words = new StringBuilder();
        if (origin.get("version") != null) {
            words.append("Doubtless ").append(origin.get("version")).append(", ");
        }
        map(origin.get("libraries"))
                .forEach((library, version) ->
                        words.append(library).append(' ').append(version).append(", "));
        return words.append("Java ").append(origin.get("java")).toString();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String count(Object value) {
        return value instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : "?";
    }

    private static String percent(Object share) {
        return tenths(share) + " %";
    }

    private static String tenths(Object share) {
        return share instanceof Number number ? String.format(Locale.ROOT, "%.1f", 100 * number.doubleValue()) : "?";
    }

    private static String decimals(Object value) {
        return value instanceof Number number ? String.format(Locale.ROOT, "%.3f", number.doubleValue()) : "?";
    }
}
