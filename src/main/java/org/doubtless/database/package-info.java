/**
 * The embedded PostgreSQL: a real server in a folder of its own, used when no database is configured. Imports nothing
 * of the product; {@code cli} starts it before the application.
 */
package org.doubtless.database;
