/** Read models for the pages. May import any feature's read side and {@code web}. */
package org.doubtless.dashboard;
