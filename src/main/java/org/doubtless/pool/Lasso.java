package org.doubtless.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doubtless.web.Problem;

/**
 * A closed line around images on the plane where alike lie close together.
 *
 * @param corners x and y of each by turns, from 0 to 1
 */
public record Lasso(List<Double> corners) {
    private static final int FEWEST = 3;
    private static final int MOST = 400;

    public Lasso {
        boolean usable = corners.size() % 2 == 0
                && corners.size() >= 2 * FEWEST
                && corners.size() <= 2 * MOST
                && corners.stream().allMatch(value -> value != null && Math.abs(value) <= 2);
        if (!usable) {
            throw Problem.badRequest(
                    "lasso",
                    "A lasso has %d to %d corners, x and y by turns, like 0.1,0.1,0.4,0.1,0.2,0.5."
                            .formatted(FEWEST, MOST));
        }
        corners = List.copyOf(corners);
    }

    /** From numbers between commas; null where there is nothing. */
    static Lasso read(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            List<Double> corners = new ArrayList<>();
            for (String number : text.split(",", 2 * MOST + 1)) {
                corners.add(Double.valueOf(number));
            }
            return new Lasso(corners);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("lasso", "A lasso is made of numbers between commas; one of them is none.");
        }
    }

    /** As the database reads a polygon. */
    String polygon() {
        return IntStream.range(0, corners.size() / 2)
                .mapToObj(k -> "(" + corners.get(2 * k) + "," + corners.get(2 * k + 1) + ")")
                .collect(Collectors.joining(",", "(", ")"));
    }
}
