package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.RefusedFile;
import org.jboss.logging.Logger;

/**
 * Makes the features of one shard. A shard at which a worker died is cut into its images; one image at which a worker
 * died is set aside, and the work goes on without it.
 */
@ApplicationScoped
class MakeShard {
    private static final Logger LOG = Logger.getLogger(MakeShard.class);

    private final FeatureShards shards;
    private final StoredPictures pictures;
    private final SetAsideImages setAside;

    MakeShard(FeatureShards shards, StoredPictures pictures, SetAsideImages setAside) {
        this.shards = shards;
        this.pictures = pictures;
        this.setAside = setAside;
    }

    /** Ends the work on a shard between two images; nothing of it is kept. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Makes a shard that nobody has; false where there is none, or where it was told to stop. */
    boolean makeOne(FeatureSet set, BooleanSupplier stopped) throws SQLException {
        try (TakenShard shard = shards.take(set).orElse(null)) {
            if (shard == null) {
                return false;
            }
            if (!shard.isDeadly()) {
                shard.note();
                shard.keep(extract(set, shard.images(), stopped));
            } else if (shard.images().size() > 1) {
                LOG.warnf(
                        "A worker died while it read some of %d images, from image %s on; they are read one by one",
                        shard.images().size(), shard.images().get(0));
                shard.split();
            } else {
                LOG.warnf("Image %s is set aside: %s", shard.images().get(0), SetAsideImages.DIED);
                shard.setAside(SetAsideImages.DIED);
            }
            return true;
        } catch (Stopped e) {
            return false;
        }
    }

    private List<FeatureRows.Kept> extract(FeatureSet set, List<ImageId> images, BooleanSupplier stopped)
            throws SQLException {
        Map<ImageId, String> reasons = setAside.among(images);
        List<FeatureRows.Kept> rows = new ArrayList<>();
        reasons.forEach((image, reason) -> rows.add(new FeatureRows.Kept(image, null, reason)));
        List<ImageId> open =
                images.stream().filter(image -> !reasons.containsKey(image)).toList();
        rows.addAll(pictures.load(open).parallelStream()
                .map(stored -> {
                    if (stopped.getAsBoolean()) {
                        throw new Stopped();
                    }
                    return extract(set, stored);
                })
                .toList());
        return rows;
    }

    private FeatureRows.Kept extract(FeatureSet set, StoredPictures.Stored stored) {
        try {
            byte[] numbers = HalfRow.toBytes(set.extractor().extract(pictures.decode(stored)));
            return new FeatureRows.Kept(stored.image(), numbers, null);
        } catch (RefusedFile | RuntimeException e) {
            return new FeatureRows.Kept(stored.image(), null, String.valueOf(e.getMessage()));
        }
    }
}
