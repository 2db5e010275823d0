package org.doubtless.dashboard.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The cells of a window while they are counted: how many images of each kind. */
final class CountedCells {
    private final int columns;
    private final int kinds;
    private final Map<Integer, Count> cells = new TreeMap<>();

    CountedCells(int columns, int kinds) {
        this.columns = columns;
        this.kinds = kinds;
    }

    private static final class Count {
        private final long[] images;
        private double x = Double.POSITIVE_INFINITY;
        private double y = Double.POSITIVE_INFINITY;

        Count(int kinds) {
            images = new long[kinds];
        }

        /** Of equals the first kind. */
        int most() {
            int most = 0;
            for (int kind = 1; kind < images.length; kind++) {
                most = images[kind] > images[most] ? kind : most;
            }
            return most;
        }
    }

    /** What is done with the images of a kind. */
    interface Sum {
        void add(int kind, long images);
    }

    private Count at(int column, int row) {
        return cells.computeIfAbsent(row * columns + column, place -> new Count(kinds));
    }

    void add(int column, int row, int kind, long images) {
        at(column, row).images[kind] += images;
    }

    void lowest(int column, int row, double x, double y) {
        Count cell = at(column, row);
        cell.x = Math.min(cell.x, x);
        cell.y = Math.min(cell.y, y);
    }

    void addTo(Sum sum) {
        cells.values().forEach(cell -> {
            for (int kind = 0; kind < kinds; kind++) {
                sum.add(kind, cell.images[kind]);
            }
        });
    }

    /** By rows, then columns. */
    List<PlaneMap.Cell> sorted() {
        List<PlaneMap.Cell> sorted = new ArrayList<>();
        cells.forEach((place, cell) -> {
            int most = cell.most();
            sorted.add(new PlaneMap.Cell(
                    place % columns,
                    place / columns,
                    LongStream.of(cell.images).sum(),
                    most,
                    cell.images[most],
                    cell.x,
                    cell.y));
        });
        return sorted;
    }
}
