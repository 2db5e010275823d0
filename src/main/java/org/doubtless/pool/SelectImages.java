package org.doubtless.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which images a filter means, for those who do something with all of them. */
public final class SelectImages {
    private SelectImages() {}

    /**
     * The images of the published model's scores that the filter names, oldest first; for leads.
     *
     * @param most at most so many
     */
    public static List<ImageId> of(Connection connection, ImageFilter filter, int most) throws SQLException {
        Served served = Served.toLeads(connection, filter.project());
        return ImageQuery.ids(served)
                .among(filter, served)
                .add(" order by i.id")
                .first(most)
                .ids(connection);
    }
}
