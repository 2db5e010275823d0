package org.doubtless.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images with the highest score first, read off the scores' index; then those that have no score, newest first. */
final class ByScore {
    private final Connection connection;
    private final ImageFilter filter;
    private final ImageOrder order;
    private final Served served;

    ByScore(Connection connection, ImageFilter filter, ImageOrder order, Served served) {
        this.connection = connection;
        this.filter = filter;
        this.order = order;
        this.served = served;
    }

    List<ImageRow> rows(Optional<PageMark> after, int limit) throws SQLException {
        boolean pastTheScored = after.isPresent() && after.get().score().isEmpty();
        List<ImageRow> rows = new ArrayList<>();
        if (served.model() != null && !pastTheScored) {
            rows.addAll(scored(after, limit).rows(connection, served));
        }
        if (rows.size() < limit && !filter.scoredOnly()) {
            Optional<PageMark> mark = pastTheScored ? after : Optional.empty();
            rows.addAll(unscored(mark, limit - rows.size()).rows(connection, served));
        }
        return rows;
    }

    private ImageQuery scored(Optional<PageMark> after, int limit) {
        ImageQuery query = ImageQuery.scored(served).among(filter, served);
        if (ImageFilter.ASK.equals(filter.route())) {
            // Where they end, the rest of the pool is not looked through for more.
            query.add(
                    " and s.epistemic >= " + ImageQuery.MODEL_THRESHOLD,
                    filter.project().value());
        }
        after.ifPresent(mark -> query.add(
                " and (" + order.score() + ", s.image_id) < (?::real, ?)",
                mark.score().orElseThrow(),
                mark.id()));
        // A model doubts least what it labels by itself: on the index nearly the whole pool would come before it.
        String by = ImageFilter.AUTOMATIC.equals(filter.state()) ? order.score() + " + 0" : order.score();
        return query.add(" order by " + by + " desc, s.image_id desc").first(limit);
    }

    private ImageQuery unscored(Optional<PageMark> after, int limit) {
        ImageQuery query = ImageQuery.images(served).among(filter, served).add(" and s.image_id is null");
        after.ifPresent(mark -> query.add(" and i.id < ?", mark.id()));
        return query.add(" order by i.id desc").first(limit);
    }
}
