package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.doubtless.round.shards.SharedWork;

/** Makes shards of features for rounds that other processes have. */
@ApplicationScoped
class HelpWithFeatures implements SharedWork {
    private final FeatureShards shards;
    private final FeatureSets sets;
    private final MakeShard makeShard;
    private final SetsUnderWay underWay;

    HelpWithFeatures(FeatureShards shards, FeatureSets sets, MakeShard makeShard, SetsUnderWay underWay) {
        this.shards = shards;
        this.sets = sets;
        this.makeShard = makeShard;
        this.underWay = underWay;
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public boolean help(BooleanSupplier stopped) throws SQLException {
        boolean helped = false;
        for (FeatureShards.Waiting waiting : shards.waiting()) {
            BooleanSupplier unneeded = () -> stopped.getAsBoolean() || underWay.contains(waiting.set());
            Optional<FeatureSet> set =
                    unneeded.getAsBoolean() ? Optional.empty() : sets.find(waiting.project(), waiting.set());
            while (set.isPresent() && !unneeded.getAsBoolean() && makeShard.makeOne(set.get(), stopped)) {
                helped = true;
            }
        }
        return helped;
    }
}
