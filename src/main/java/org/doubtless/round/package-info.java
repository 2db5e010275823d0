/** One turn of the pipeline: snapshot, learn, evaluate, score, rank, publish; the only package where {@code learning} meets the database. */
package org.doubtless.round;
