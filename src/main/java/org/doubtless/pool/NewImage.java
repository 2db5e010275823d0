package org.doubtless.pool;

/** An image about to be stored, under the id and in the arm that it has got. */
record NewImage(TakenImage taken, PreparedFile.Image file) {
    long id() {
        return taken.id().value();
    }
}
