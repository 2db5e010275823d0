package org.doubtless.round.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.learning.evaluation.ConfusionMatrix;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.evaluation.ReliabilityBin;
import org.doubtless.learning.evaluation.RiskCoverage;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.model.ModelVersion;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;

/** Measures a model on the control arm as it is labelled now. */
@ApplicationScoped
class ReadQuality {
    /** As many points as a curve can show. */
    private static final int POINTS = 200;

    private final ReadChecked readChecked;

    ReadQuality(ReadChecked readChecked) {
        this.readChecked = readChecked;
    }

    QualityView of(Project project, ModelVersion version) throws SQLException {
        List<Checked> checked = readChecked.of(version, project.labels());
        if (checked.isEmpty()) {
            return new QualityView(
                    version.number(),
                    0,
                    0,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    ModelVersion.CALIBRATED_BY,
                    List.of());
        }
        int classes = project.labels().size();
        float[] probabilities_NC = new float[checked.size() * classes];
        for (int n = 0; n < checked.size(); n++) {
            System.arraycopy(checked.get(n).probabilities(), 0, probabilities_NC, n * classes, classes);
        }
        ClassProbabilities probabilities = new ClassProbabilities(checked.size(), classes, probabilities_NC);
        int[] truth = checked.stream().mapToInt(Checked::truth).toArray();
        Evaluation evaluation = Evaluation.of(probabilities, truth);
        int right = (int) checked.stream().filter(Checked::right).count();
        return new QualityView(
                version.number(),
                checked.size(),
                right,
                QualityView.Share.of(right, checked.size()),
                classes(project, ConfusionMatrix.of(probabilities, truth)),
                cells(project, checked),
                evaluation.reliability().stream()
                        .filter(bin -> bin.count() > 0)
                        .map(ReadQuality::bin)
                        .toList(),
                checked.size() < ModelVersion.CALIBRATED_BY ? null : evaluation.calibrationError(),
                ModelVersion.CALIBRATED_BY,
                answering(checked));
    }

    private static List<QualityView.OfClass> classes(Project project, ConfusionMatrix matrix) {
        List<QualityView.OfClass> classes = new ArrayList<>();
        for (LabelClass known : project.labels().classes()) {
            int images = matrix.occurring(known.position());
            int said = matrix.predicted(known.position());
            int right = matrix.count(known.position(), known.position());
            if (images + said > 0) {
                classes.add(new QualityView.OfClass(
                        known.id().value(),
                        known.name(),
                        images,
                        right,
                        images == 0 ? null : QualityView.Share.of(right, images),
                        said,
                        said == 0 ? null : QualityView.Share.of(right, said)));
            }
        }
        return classes;
    }

    private static List<QualityView.Cell> cells(Project project, List<Checked> checked) {
        List<QualityView.Cell> cells = new ArrayList<>();
        for (LabelClass truth : project.labels().classes()) {
            for (LabelClass predicted : project.labels().classes()) {
                List<Checked> some = checked.stream()
                        .filter(image -> image.truth() == truth.position() && image.predicted() == predicted.position())
                        .toList();
                if (!some.isEmpty()) {
                    cells.add(new QualityView.Cell(
                            truth.id().value(),
                            predicted.id().value(),
                            some.size(),
                            some.stream().mapToDouble(Checked::model).average().orElseThrow(),
                            some.stream().mapToDouble(Checked::data).average().orElseThrow()));
                }
            }
        }
        return cells;
    }

    private static QualityView.Bin bin(ReliabilityBin bin) {
        int right = (int) Math.round(bin.accuracy() * bin.count());
        return new QualityView.Bin(
                bin.low(), bin.high(), bin.count(), bin.confidence(), right, QualityView.Share.of(right, bin.count()));
    }

    private static List<QualityView.Answering> answering(List<Checked> checked) {
        List<Checked> surest = checked.stream()
                .sorted(Comparator.comparingDouble(Checked::confidence).reversed())
                .toList();
        boolean[] wrong = new boolean[surest.size()];
        for (int n = 0; n < wrong.length; n++) {
            wrong[n] = !surest.get(n).right();
        }
        RiskCoverage curve = RiskCoverage.of(
                surest.stream().mapToDouble(image -> -image.confidence()).toArray(), wrong);
        int all = surest.size();
        int points = Math.min(POINTS, all);
        return IntStream.rangeClosed(1, points)
                .map(point -> (int) Math.ceil((double) point * all / points))
                .mapToObj(answered -> {
                    double errors = curve.risk(answered) * answered;
                    QualityView.Share share = QualityView.Share.of((int) Math.round(errors), answered);
                    return new QualityView.Answering(
                            answered,
                            answered / (double) all,
                            surest.get(answered - 1).confidence(),
                            errors,
                            new QualityView.Share(
                                    curve.risk(answered),
                                    Math.min(share.low(), curve.risk(answered)),
                                    Math.max(share.high(), curve.risk(answered))));
                })
                .toList();
    }
}
