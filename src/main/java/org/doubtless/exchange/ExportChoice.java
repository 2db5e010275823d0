package org.doubtless.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.doubtless.web.Problem;

/**
 * What somebody wants exported.
 *
 * @param automatic whether labels that a model gave are in it
 * @param uncertainty whether the published model's prediction and doubts are in it
 * @param people whether people are named, and not only numbered
 */
public record ExportChoice(Format format, boolean automatic, boolean uncertainty, boolean people) {
    private static final String HUMAN = "human";
    private static final String ALL = "all";

    /** By the words of a request; all but the format may be null. */
    public static ExportChoice of(String format, String labels, String uncertainty, String people) {
        boolean automatic = ALL.equals(labels);
        if (!automatic && !isLeftOut(labels) && !HUMAN.equals(labels)) {
            throw Problem.badRequest("labels", "labels is '%s'; give human or all.".formatted(labels));
        }
        return new ExportChoice(format(format), automatic, yes("uncertainty", uncertainty), yes("people", people));
    }

    private static Format format(String word) {
        return Arrays.stream(Format.values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "format",
                        "format is '%s'; give one of %s."
                                .formatted(
                                        word == null ? "" : word,
                                        Arrays.stream(Format.values())
                                                .map(Format::word)
                                                .collect(Collectors.joining(", ")))));
    }

    private static boolean yes(String name, String word) {
        if (isLeftOut(word) || word.equals("false")) {
            return false;
        }
        if (word.equals("true")) {
            return true;
        }
        throw Problem.badRequest(name, "%s is '%s'; give true or false.".formatted(name, word));
    }

    private static boolean isLeftOut(String word) {
        return word == null || word.isEmpty();
    }

    String labels() {
        return automatic ? ALL : HUMAN;
    }
}
