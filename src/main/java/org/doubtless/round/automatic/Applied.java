package org.doubtless.round.automatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.doubtless.pool.ImageId;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.Reason;
import org.doubtless.queue.ServingOrder;

/**
 * What a publication's rule came to.
 *
 * @param set the labels that are about to stand; none where the rule is off or refuses
 * @param labelled their images, rising
 * @param audited images that people are asked about all the same, rising
 * @param verdict what was decided; empty where the rule is off
 */
public record Applied(Rule rule, OptionalLong set, long[] labelled, long[] audited, Optional<Verdict> verdict) {

    static Applied without(Rule rule, Optional<Verdict> verdict) {
        return new Applied(rule, OptionalLong.empty(), new long[0], new long[0], verdict);
    }

    /** What serves then: of what is ranked, that which gets no label. */
    public NextQueue.Next over(List<NextQueue.Entry> ranked) {
        return new NextQueue.Next(arrange(ranked), set);
    }

    /** Control images and audits come among the rest in their shares. */
    private List<NextQueue.Entry> arrange(List<NextQueue.Entry> ranked) {
        if (set.isEmpty()) {
            return ranked;
        }
        Map<ImageId, NextQueue.Entry> entries = new HashMap<>();
        List<ImageId> active = new ArrayList<>();
        List<ImageId> control = new ArrayList<>();
        List<ImageId> audit = new ArrayList<>();
        for (NextQueue.Entry entry : ranked) {
            ImageId image = entry.image();
            if (isAmong(labelled, image)) {
                continue;
            }
            boolean isAudit = isAmong(audited, image);
            entries.put(image, isAudit ? new NextQueue.Entry(image, 0, null, Reason.AUDIT) : entry);
            (isAudit ? audit : entry.reason() == Reason.CONTROL ? control : active).add(image);
        }
        long seed = rule.seed() + set.getAsLong();
        Collections.shuffle(audit, new Random(seed));
        List<ImageId> withAudits = ServingOrder.merge(active, audit, rule.auditShare(), seed).stream()
                .map(ServingOrder.Place::image)
                .toList();
        return ServingOrder.merge(withAudits, control, rule.controlShare(), seed).stream()
                .map(place -> {
                    NextQueue.Entry entry = entries.get(place.image());
                    return new NextQueue.Entry(place.image(), place.position(), entry.score(), entry.reason());
                })
                .toList();
    }

    private static boolean isAmong(long[] rising, ImageId image) {
        return Arrays.binarySearch(rising, image.value()) >= 0;
    }
}
