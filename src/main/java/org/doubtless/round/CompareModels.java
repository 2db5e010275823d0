package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doubtless.learning.evaluation.PairedComparison;
import org.doubtless.model.Comparison;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersionId;
import org.doubtless.model.ModelVersions;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.MayKnowArm;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.ShowArm;

/**
 * Holds two models of a project against the same control images, whose labels are those of one instant: the images that
 * both have scored and that are labelled now, not those that each was measured on then. The rule is that of {@link
 * PairedComparison}.
 */
@ApplicationScoped
public class CompareModels {
    private static final String SCORES =
            "select image_id, prediction from image_score where model_version_id = ? and image_id = any(?)";

    private static final double RISK = 0.05;

    private final AgroalDataSource database;
    private final ModelVersions versions;
    private final Projects projects;
    private final MayKnowArm mayKnowArm;

    CompareModels(AgroalDataSource database, ModelVersions versions, Projects projects, MayKnowArm mayKnowArm) {
        this.database = database;
        this.mayKnowArm = mayKnowArm;
        this.versions = versions;
        this.projects = projects;
    }

    /**
     * With the published one, and with those that were published before it and have scores: a chain of losses too small to
     * be seen one by one is seen against its beginning. Empty where nothing is published, or no labelled control image is
     * scored by both.
     */
    Optional<Comparison> withPublished(
            Connection connection, ProjectId project, Map<ImageId, ScoredImage> control, Snapshot snapshot)
            throws SQLException {
        Optional<ModelVersion> published = versions.published(connection, project);
        if (published.isEmpty()) {
            return Optional.empty();
        }
        LabelSchema labels = projects.get(project).labels();
        Map<ImageId, Integer> candidate = new HashMap<>();
        control.forEach((image, scored) -> candidate.put(image, scored.predicted()));
        Optional<Comparison> first = with(connection, candidate, published.get(), snapshot, labels);
        List<Comparison> earlier = new ArrayList<>();
        for (ModelVersion version : versions.retired(connection, project)) {
            if (ScoreTable.has(connection, version.id())) {
                with(connection, candidate, version, snapshot, labels).ifPresent(earlier::add);
            }
        }
        return first.map(comparison -> decisive(comparison, earlier));
    }

    private static Optional<Comparison> with(
            Connection connection,
            Map<ImageId, Integer> candidate,
            ModelVersion other,
            Snapshot snapshot,
            LabelSchema labels)
            throws SQLException {
        return compare(candidate, predictions(connection, other.id(), snapshot, labels), snapshot, other.number());
    }

    /**
     * The comparison that decides: with the published model, unless that shows no loss and one of the earlier models does,
     * which share another 5 % among them.
     */
    static Comparison decisive(Comparison published, List<Comparison> earlier) {
        return earlier.stream()
                .filter(comparison -> !published.isWorse())
                .filter(comparison -> earlier.size() * chance(comparison) < RISK)
                .min(Comparator.comparingDouble(CompareModels::chance))
                .orElse(published);
    }

    private static double chance(Comparison comparison) {
        return new PairedComparison(comparison.images(), comparison.onlyThis(), comparison.onlyOther()).chanceIfEqual();
    }

    /**
     * What came of a comparison that somebody asked for.
     *
     * @param message the same in words, or why there is none
     */
    public record Answer(Optional<Comparison> comparison, String message) {}

    /** Compares two versions for the person who asks. */
    public Answer asked(ModelVersion model, ModelVersion other) throws SQLException {
        if (mayKnowArm.in(model.project()) == ShowArm.NO) {
            // A count that rises with an answer would tell that its image was a control image.
            return new Answer(
                    Optional.empty(), "Leads see how the two do on the same control images with the labels of now.");
        }
        try (Connection connection = database.getConnection()) {
            Optional<Comparison> comparison = compare(connection, model, other);
            return new Answer(comparison, comparison.map(Comparison::sentence).orElseGet(CompareModels::whyNot));
        }
    }

    private static String whyNot() {
        return "They cannot be held against the same images: the scores of one are gone, or no control image that both have scored is labelled.";
    }

    /** Two kept models; empty where the scores of one are gone, or no labelled control image is scored by both. */
    private Optional<Comparison> compare(Connection connection, ModelVersion model, ModelVersion other)
            throws SQLException {
        LabelSchema labels = projects.get(model.project()).labels();
        Snapshot snapshot = Snapshot.take(connection, model.project(), labels);
        return compare(
                predictions(connection, model.id(), snapshot, labels),
                predictions(connection, other.id(), snapshot, labels),
                snapshot,
                other.number());
    }

    private static Optional<Comparison> compare(
            Map<ImageId, Integer> model, Map<ImageId, Integer> other, Snapshot snapshot, int number) {
        List<Snapshot.Labelled> both = snapshot.control().stream()
                .filter(labelled -> model.containsKey(labelled.image()) && other.containsKey(labelled.image()))
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        int[] labels = both.stream().mapToInt(Snapshot.Labelled::label).toArray();
        int[] first =
                both.stream().mapToInt(labelled -> model.get(labelled.image())).toArray();
        int[] second =
                both.stream().mapToInt(labelled -> other.get(labelled.image())).toArray();
        PairedComparison pair = PairedComparison.of(first, second, labels);
        int right = right(first, labels);
        return Optional.of(new Comparison(
                number,
                pair.images(),
                right,
                right(second, labels),
                pair.onlyFirst(),
                pair.onlySecond(),
                pair.difference(),
                pair.low(),
                pair.high()));
    }

    private static int right(int[] predictions, int... labels) {
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            right += predictions[n] == labels[n] ? 1 : 0;
        }
        return right;
    }

    private static Map<ImageId, Integer> predictions(
            Connection connection, ModelVersionId model, Snapshot snapshot, LabelSchema labels) throws SQLException {
        Map<Long, Integer> positions = new HashMap<>();
        labels.classes().forEach(known -> positions.put(known.id().value(), labels.position(known.id())));
        Map<ImageId, Integer> predictions = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SCORES)) {
            query.setLong(1, model.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            snapshot.control().stream()
                                    .map(labelled -> labelled.image().value())
                                    .toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    predictions.put(new ImageId(row.getLong(1)), positions.get(row.getLong(2)));
                }
            }
        }
        return predictions;
    }
}
