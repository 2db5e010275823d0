package org.doubtless.round.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doubtless.account.AccountId;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;

/**
 * What readers said of images that have several, as categories: the classes, and "cannot tell" as one more. A flag says
 * nothing of the class and is left out; so are images for which one reader was enough, where a second answer corrects the
 * first rather than standing beside it.
 */
record Readings(int categories, List<Map<AccountId, Integer>> images) {
    private static final String QUERY = """
            select r.image_id, r.account_id, r.class_id
            from image i join reading r on r.image_id = i.id
            where i.project_id = ? and i.readers > 1 and r.project_id = ? and r.outcome in ('labelled', 'cannot_tell')
            order by r.image_id, r.account_id
            """;

    static Readings of(Connection connection, ProjectId project, LabelSchema labels) throws SQLException {
        Map<Long, Map<AccountId, Integer>> byImage = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Long label = row.getObject(3, Long.class);
                    byImage.computeIfAbsent(row.getLong(1), image -> new LinkedHashMap<>())
                            .put(
                                    new AccountId(row.getLong(2)),
                                    label == null ? labels.size() : labels.position(new ClassId(label)));
                }
            }
        }
        return new Readings(
                labels.size() + 1,
                byImage.values().stream().filter(said -> said.size() > 1).toList());
    }

    /** [N,C]: how many readers put each image into each category. */
    int[][] counts() {
        return images.stream().map(this::count).toArray(int[][]::new);
    }

    /** The counts of those images that have the number of readers which most of them have. */
    int[][] countsOfUsualNumber() {
        Map<Integer, Integer> bySize = new TreeMap<>();
        images.forEach(said -> bySize.merge(said.size(), 1, Integer::sum));
        int usual = bySize.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        return images.stream()
                .filter(said -> said.size() == usual)
                .map(this::count)
                .toArray(int[][]::new);
    }

    /** For each two people, the pairs of categories that they gave to the same images. */
    Map<Pair, List<int[]>> pairs() {
        Map<Pair, List<int[]>> pairs = new TreeMap<>();
        for (Map<AccountId, Integer> said : images) {
            List<AccountId> people = new ArrayList<>(said.keySet());
            for (int a = 0; a < people.size(); a++) {
                for (int b = a + 1; b < people.size(); b++) {
                    pairs.computeIfAbsent(new Pair(people.get(a), people.get(b)), pair -> new ArrayList<>())
                            .add(new int[] {said.get(people.get(a)), said.get(people.get(b))});
                }
            }
        }
        return pairs;
    }

    /** Two people, the one with the smaller id first. */
    record Pair(AccountId first, AccountId second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byFirst = Long.compare(first.value(), other.first.value());
            return byFirst != 0 ? byFirst : Long.compare(second.value(), other.second.value());
        }
    }

    private int[] count(Map<AccountId, Integer> said) {
        int[] counts = new int[categories];
        said.values().forEach(category -> counts[category]++);
        return counts;
    }

    boolean allAgree(Map<AccountId, Integer> said) {
        return Arrays.stream(count(said)).anyMatch(number -> number == said.size());
    }
}
