package org.doubtless.audit;

import java.util.List;

/**
 * Some of the log, and what else its page says.
 *
 * @param address of the page
 * @param query what it was asked for, as it was asked
 * @param filters the same as an address has it, to fetch the table by
 * @param next likewise, for those before these; empty where there are none
 */
public record ShownDeeds(
        String address,
        List<Row> rows,
        List<Choice> persons,
        List<Choice> projects,
        List<Kind> deeds,
        DeedQuery query,
        String filters,
        String next) {

    /** A deed in the table; {@code message} is empty where there is no word for it but its address. */
    public record Row(DoneDeed deed, String message, List<String> things) {}

    /** Somebody or something that the log can be narrowed to. */
    public record Choice(long id, String name) {
        public boolean chosen(String value) {
            return Long.toString(id).equals(value);
        }
    }

    /** A deed that the log can be narrowed to, and the name of its message. */
    public record Kind(String word, String message) {}

    public String person() {
        return text(query.person);
    }

    public String project() {
        return text(query.project);
    }

    public String deed() {
        return text(query.deed);
    }

    public String from() {
        return text(query.from);
    }

    public String until() {
        return text(query.until);
    }

    public boolean narrowed() {
        return !filters.isEmpty();
    }

    public String table() {
        return "/api" + address + "/csv" + (filters.isEmpty() ? "" : "?" + filters);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
