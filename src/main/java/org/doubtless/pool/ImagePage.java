package org.doubtless.pool;

import java.util.List;

/**
 * A page of a list.
 *
 * @param next to be sent as {@code after} for the next page; null on the last one
 * @param total how many there are on all pages; null except on the first
 */
public record ImagePage(List<ImageRow> items, String next, Long total) {}
