package org.doubtless.web;

/** Text that strangers chose, for the cell of a table that a spreadsheet may open. */
public final class CellText {
    /** What a spreadsheet takes for the beginning of a formula, by itself or after it has cut white space off. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /** With an apostrophe before what a spreadsheet would run. */
    public static String harmless(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
