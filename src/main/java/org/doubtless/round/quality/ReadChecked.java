package org.doubtless.round.quality;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.model.ModelVersion;
import org.doubtless.project.LabelClass;
import org.doubtless.project.LabelSchema;

/** Reads the control images that are labelled now and that a model has scored; of all others the arm must not be known. */
@ApplicationScoped
class ReadChecked {
    private static final String QUERY = """
            select i.id, i.class_id, s.prediction, s.epistemic, s.aleatoric, s.probabilities
            from image i join image_score s on s.image_id = i.id and s.model_version_id = ?
            where i.project_id = ? and i.arm = 'control' and i.state = 'labelled' order by i.id
            """;

    private final AgroalDataSource database;

    ReadChecked(AgroalDataSource database) {
        this.database = database;
    }

    List<Checked> of(ModelVersion version, LabelSchema labels) throws SQLException {
        Map<Long, Integer> positions = new HashMap<>();
        for (LabelClass known : labels.classes()) {
            positions.put(known.id().value(), known.position());
        }
        List<Checked> checked = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, version.id().value());
            query.setLong(2, version.project().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    checked.add(new Checked(
                            row.getLong(1),
                            positions.get(row.getLong(2)),
                            positions.get(row.getLong(3)),
                            row.getDouble(4),
                            row.getDouble(5),
                            probabilities(row, labels.size())));
                }
            }
        }
        return checked;
    }

    /** Classes that came after the model have none of its probability. */
    private static float[] probabilities(ResultSet row, int classes) throws SQLException {
        Float[] boxed = (Float[]) row.getArray(6).getArray();
        float[] probabilities_C = new float[classes];
        for (int c = 0; c < Math.min(classes, boxed.length); c++) {
            probabilities_C[c] = boxed[c];
        }
        return probabilities_C;
    }
}
