package org.doubtless.dashboard.map;

import org.doubtless.web.CsvTable;

/** A window of a map for a spreadsheet. */
final class MapTable {
    private MapTable() {}

    /** @param x what lies to the right, {@code y} what upwards */
    static CsvTable of(PlaneMap map, String x, String y) {
        if (!map.points().isEmpty()) {
            CsvTable points = new CsvTable("image", x, y, "kind");
            for (PlaneMap.Point point : map.points()) {
                points.row(point.image(), point.x(), point.y(), name(map, point.kind()));
            }
            return points;
        }
        CsvTable cells =
                new CsvTable(x + "_from", x + "_to", y + "_from", y + "_to", "images", "most_frequent", "of_it");
        PlaneArea window = map.window();
        double width = (window.xTo() - window.xFrom()) / map.columns();
        double height = (window.yTo() - window.yFrom()) / map.rows();
        for (PlaneMap.Cell cell : map.cells()) {
            cells.row(
                    (float) (window.xFrom() + cell.column() * width),
                    (float) (window.xFrom() + (cell.column() + 1) * width),
                    (float) (window.yFrom() + cell.row() * height),
                    (float) (window.yFrom() + (cell.row() + 1) * height),
                    cell.images(),
                    name(map, cell.kind()),
                    cell.ofKind());
        }
        return cells;
    }

    private static String name(PlaneMap map, int kind) {
        return map.kinds().get(kind).name();
    }
}
