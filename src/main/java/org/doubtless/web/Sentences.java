package org.doubtless.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences that the program composes, in another language. Many are stored as they were said (what a job did, why it
 * failed, what a comparison came to), so they are known again by their words: each line of the catalogue is a sentence, and
 * under it stands the same with {@code {1}}, {@code {2}} for what changes: {@code {}} is a name and stays, {@code {#}} is a
 * number, {@code {*}} is a phrase that has a line of its own.
 */
final class Sentences {
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?;]) (?=\\S)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** What is longer is no sentence of the program's alone: somebody's text stands in it, and stays as it is. */
    private static final int LONGEST = 10_000;

    private final List<Line> lines = new ArrayList<>();

    private record Line(SentencePattern pattern, int breaks, String translation) {}

    private static int breaksIn(String text) {
        return (int) NEXT_SENTENCE.matcher(text).results().count();
    }

    static Sentences read(String catalogue) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(catalogue)) {
            String text = new String(
                    Objects.requireNonNull(file, "the program has no " + catalogue)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return new Sentences(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The sentences of " + catalogue + " cannot be read", e);
        }
    }

    Sentences(List<String> catalogue) {
        for (int k = 0; k + 1 < catalogue.size(); k += 2) {
            String english = catalogue.get(k);
            lines.add(new Line(new SentencePattern(english), breaksIn(english), catalogue.get(k + 1)));
        }
        // Where two fit, the one with more words of its own is meant.
        lines.sort(
                Comparator.comparingInt((Line line) -> line.pattern().letters()).reversed());
    }

    /** The text as far as it is known; what is not stays as it is. */
    String say(String english) {
        if (english.length() > LONGEST) {
            return english;
        }
        String text = english.replace('\u00a0', ' ');
        String whole = whole(text);
        if (whole != null) {
            return whole;
        }
        String[] sentences = NEXT_SENTENCE.split(text);
        if (sentences.length == 1) {
            return english;
        }
        StringBuilder said = new StringBuilder();
        for (String sentence : sentences) {
            String known = whole(sentence);
            said.append(known != null ? known : sentence + " ");
        }
        return said.toString().strip();
    }

    private String whole(String text) {
        int breaks = breaksIn(text);
        for (Line line : lines) {
            // What changes is no further sentence, unless it is a phrase, which may have some.
            List<String> found =
                    line.breaks() == breaks || line.pattern().kinds().contains("*")
                            ? line.pattern().match(text)
                            : null;
            if (found != null) {
                return PLACE.matcher(line.translation())
                        .replaceAll(place -> Matcher.quoteReplacement(part(line, found, place.group(1))));
            }
        }
        return null;
    }

    private String part(Line line, List<String> found, String place) {
        int number = Integer.parseInt(place) - 1;
        String words = found.get(number);
        return line.pattern().kinds().get(number).equals("*") ? say(words) : words;
    }
}
