package org.doubtless.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.project.ProjectId;

/** Is told of images that come into a pool; every bean of this type is. */
public interface ImagesTaken {
    /**
     * Called in the transaction that stores the images, the only import of this project at that moment. Other locks
     * than that are the listener's affair. What is thrown undoes the images too.
     */
    void taken(Connection connection, ProjectId project, List<TakenImage> images) throws SQLException;
}
