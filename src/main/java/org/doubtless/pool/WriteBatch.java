package org.doubtless.pool;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** Stores some hundred images, and the refusals among them, in the caller's transaction. */
final class WriteBatch {
    // Keeps these numbers apart from other advisory locks of the database.
    private static final int LOCK_SPACE = 0x0DB1;

    private final Connection connection;
    private final ProjectId project;
    private final EarlierTry earlier;
    private final ImportCount count = new ImportCount();
    private final List<NewImage> images = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<Long> countedAgain = new HashSet<>();
    private Map<Sha256, KnownImage> known = new HashMap<>();

    WriteBatch(Connection connection, ProjectId project, EarlierTry earlier) {
        this.connection = connection;
        this.project = project;
        this.earlier = earlier;
    }

    void write(List<PreparedFile> files, Instant now) throws SQLException, IOException {
        DrawLots lots = lockProject();
        ImportRejections.keepFirst(connection, earlier.job(), earlier.rejections());
        known = KnownImage.among(connection, project, files);
        long[] ids = nextIds(files.size());
        for (int i = 0; i < ids.length; i++) {
            PreparedFile file = files.get(i);
            if (file instanceof PreparedFile.Refused refused) {
                rejections.add(Rejection.refused(refused.name(), refused.refusal()));
                count.rejected();
            } else if (file instanceof PreparedFile.Image image) {
                sort(image, new ImageId(ids[i]), lots);
            }
        }
        new CopyImages(connection, project, earlier.job()).copy(images, now);
        ImportRejections.write(connection, earlier.job(), rejections);
    }

    List<TakenImage> taken() {
        return images.stream().map(NewImage::taken).toList();
    }

    ImportCount count() {
        return count;
    }

    /** What the next batch knows about this one once it is committed. */
    EarlierTry committed() {
        long newest = images.isEmpty()
                ? earlier.newest()
                : images.get(images.size() - 1).id();
        Set<Long> counted = earlier.counted();
        counted.addAll(countedAgain);
        return new EarlierTry(earlier.job(), newest, earlier.rejections() + rejections.size(), counted);
    }

    private void sort(PreparedFile.Image file, ImageId id, DrawLots lots) {
        KnownImage kept = known.get(file.sha256());
        if (kept == null) {
            TakenImage taken = new TakenImage(id, lots.arm(file.sha256()), lots.lot(file.sha256()));
            images.add(new NewImage(taken, file));
            known.put(file.sha256(), new KnownImage(id, file.name(), taken.arm(), null));
            count.taken(taken.arm());
        } else if (earlier.stored(kept, file.name())
                && countedAgain.add(kept.id().value())) {
            count.taken(kept.arm());
        } else {
            rejections.add(Rejection.duplicate(file.name(), kept.id(), kept.filename()));
            count.duplicate();
        }
    }

    /** One import at a time, so that of two that bring the same image one is first; the project cannot go meanwhile. */
    private DrawLots lockProject() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, (int) project.value());
            lock.execute();
        }
        try (PreparedStatement query =
                connection.prepareStatement("select seed, control_share from project where id = ? for key share")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("project", project, "It was deleted while its images were imported.");
                }
                return new DrawLots(row.getLong(1), row.getDouble(2));
            }
        }
    }

    /** One for each file, used or not: gaps cost nothing. */
    private long[] nextIds(int files) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence('image', 'id')) from generate_series(1, ?)")) {
            query.setInt(1, files);
            try (ResultSet rows = query.executeQuery()) {
                long[] ids = new long[files];
                for (int i = 0; rows.next(); i++) {
                    ids[i] = rows.getLong(1);
                }
                return ids;
            }
        }
    }
}
