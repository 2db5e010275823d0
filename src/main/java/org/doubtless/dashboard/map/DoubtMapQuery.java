package org.doubtless.dashboard.map;

import jakarta.ws.rs.DefaultValue;
import org.doubtless.pool.DoubtArea;
import org.doubtless.project.LabelSchema;
import org.jboss.resteasy.reactive.RestQuery;

/** Which window of the doubt map is asked for, as the address says it. */
public class DoubtMapQuery {
    @RestQuery
    Double dataFrom;

    @RestQuery
    Double dataTo;

    @RestQuery
    Double modelFrom;

    @RestQuery
    Double modelTo;

    @RestQuery
    @DefaultValue("route")
    String colour;

    @RestQuery
    String prediction;

    @RestQuery
    @DefaultValue("64")
    int columns;

    @RestQuery
    @DefaultValue("48")
    int rows;

    MapWindow window(LabelSchema labels) {
        boolean isAll = dataFrom == null && dataTo == null && modelFrom == null && modelTo == null;
        return new MapWindow(
                Plane.DOUBTS,
                isAll ? null : PlaneArea.of(DoubtArea.of(dataFrom, dataTo, modelFrom, modelTo)),
                MapColour.named(colour),
                labels.idOrNone(prediction),
                columns,
                rows);
    }
}
