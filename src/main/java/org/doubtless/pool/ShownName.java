package org.doubtless.pool;

/** A file's name as it is stored and shown: whole where possible, never with characters that could break a page or a row. */
public final class ShownName {
    private static final int LONGEST = 400;

    private ShownName() {}

    static String of(String sent) {
        String text = printable(sent.replace('\\', '/')).strip();
        if (text.isEmpty()) {
            return "(no name)";
        }
        // The end tells more than the beginning.
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
    }

    /** Without characters that a terminal, a table or a page would obey instead of showing them. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            // FORMAT holds the marks that turn the direction of writing, and so disguise an ending.
            boolean unfit = type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
            shown.appendCodePoint(unfit ? 0xfffd : point);
        });
        return shown.toString();
    }
}
