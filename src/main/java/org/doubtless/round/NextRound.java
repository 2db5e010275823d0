package org.doubtless.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.doubtless.web.Sentence;

/**
 * When a project's next round starts.
 *
 * @param sentence the same for a person
 * @param labelsNeeded so many new labels start it; null where labels start none
 * @param at when the timetable is due; null where none decides
 * @param follows why a round follows the one under way (hand, labels, schedule); null where none does
 */
public record NextRound(
        @Sentence String sentence,
        @JsonIgnore Integer labelsNeeded,
        @JsonIgnore int newLabels,
        Instant at,
        String follows) {}
