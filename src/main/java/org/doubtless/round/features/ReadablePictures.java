package org.doubtless.round.features;

import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.web.Problem;

/**
 * A pool as what extractors are fitted to. A picture that cannot be decoded is replaced by the next one that can: it is
 * set aside by name later, when its own features are wanted.
 */
final class ReadablePictures implements ImageSource {
    private static final int TRIES = 50;

    private final StoredPictures pictures;
    private final List<ImageId> images;
    private final Set<ImageId> setAside;
    private final FitAttempt attempt;

    /** @param setAside images that are not to be opened */
    ReadablePictures(StoredPictures pictures, List<ImageId> images, Set<ImageId> setAside, FitAttempt attempt) {
        this.pictures = pictures;
        this.images = List.copyOf(images);
        this.setAside = Set.copyOf(setAside);
        this.attempt = attempt;
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public BufferedImage read(int row) {
        for (int step = 0; step < Math.min(TRIES, images.size()); step++) {
            ImageId image = images.get((row + step) % images.size());
            if (setAside.contains(image)) {
                continue;
            }
            try {
                for (StoredPictures.Stored stored : pictures.load(List.of(image))) {
                    return attempt.isCareful() ? decodeAlone(stored) : pictures.decode(stored);
                }
            } catch (RefusedFile | RuntimeException e) {
                continue;
            } catch (SQLException e) {
                throw new IllegalStateException("Image " + image + " was not read from the database", e);
            }
        }
        throw Problem.conflict(
                "unreadable", "None of " + TRIES + " images from " + images.get(row) + " on can be decoded any more.");
    }

    private BufferedImage decodeAlone(StoredPictures.Stored stored) throws SQLException, RefusedFile {
        synchronized (attempt) {
            attempt.note(stored.image());
            try {
                return pictures.decode(stored);
            } finally {
                attempt.note(null);
            }
        }
    }
}
