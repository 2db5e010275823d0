package org.doubtless.dashboard.map;

import jakarta.ws.rs.DefaultValue;
import org.doubtless.project.LabelSchema;
import org.jboss.resteasy.reactive.RestQuery;

/** Which window of the likeness map is asked for, as the address says it; all of it where a side is missing. */
public class LikenessMapQuery {
    @RestQuery
    Double xFrom;

    @RestQuery
    Double xTo;

    @RestQuery
    Double yFrom;

    @RestQuery
    Double yTo;

    @RestQuery
    @DefaultValue("class")
    String colour;

    @RestQuery
    String prediction;

    @RestQuery
    @DefaultValue("64")
    int columns;

    @RestQuery
    @DefaultValue("64")
    int rows;

    MapWindow window(LabelSchema labels) {
        boolean isAll = xFrom == null || xTo == null || yFrom == null || yTo == null;
        return new MapWindow(
                Plane.LIKENESS,
                isAll ? PlaneArea.ALL : new PlaneArea(xFrom, xTo, yFrom, yTo),
                MapColour.named(colour),
                labels.idOrNone(prediction),
                columns,
                rows);
    }
}
