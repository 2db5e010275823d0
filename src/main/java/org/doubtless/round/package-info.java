/** One turn of the pipeline: snapshot, features, learn, score, evaluate, rank, publish; the only package where {@code learning} meets the database. */
package org.doubtless.round;
