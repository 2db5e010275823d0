/** Writes many rows to PostgreSQL at once. Imports nothing of the product. */
package org.doubtless.copy;
