/**
 * The worker process that {@code serve} keeps beside itself, so that whatever ends a worker, natively even, leaves the
 * web server standing.
 */
package org.doubtless.jobs.worker;
