package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/** Counts the images that a filter means; what sums tell is not counted image by image, which in a large pool takes most of a second. */
@ApplicationScoped
class CountImages {
    private static final String IN_STATE = "select count(*) from image where project_id = ? and state = ?";
    private static final String UNCLEAR =
            "select count(*) from image where project_id = ? and state in ('cannot_tell', 'disagreement')";
    /** Only images that wait have such a label: an answer deletes it. */
    private static final String AUTOMATIC = "select count(*) from automatic_label where set_id = ?";

    private final SumDoubts sumDoubts;

    CountImages(SumDoubts sumDoubts) {
        this.sumDoubts = sumDoubts;
    }

    long of(Connection connection, ImageFilter filter, Served served) throws SQLException {
        if (filter.isOnlyRoute()) {
            return onRoute(connection, filter.project(), filter.route());
        }
        boolean automatic = filter.isOnlyState(ImageFilter.AUTOMATIC);
        if (served.automatic() != null && (automatic || filter.isOnlyState(ImageFilter.WAITING))) {
            long labelled = number(connection, AUTOMATIC, served.automatic());
            return automatic ? labelled : inState(connection, filter.project(), ImageFilter.WAITING) - labelled;
        }
        return ImageQuery.count(filter, served).number(connection);
    }

    private long onRoute(Connection connection, ProjectId project, String route) throws SQLException {
        if (route.equals(ImageFilter.BETTER_IMAGE)) {
            return number(connection, UNCLEAR, project.value());
        }
        SumDoubts.Sums waiting = sumDoubts.ofWaiting(connection, project);
        return switch (route) {
            case ImageFilter.SECOND_READER -> waiting.secondReader();
            case ImageFilter.AUTOMATIC -> waiting.automatic();
            default -> waiting.asked(inState(connection, project, ImageFilter.WAITING));
        };
    }

    private static long inState(Connection connection, ProjectId project, String state) throws SQLException {
        return number(connection, IN_STATE, project.value(), state);
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                query.setObject(k + 1, values[k]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
