/** What leaves a project: its images and labels in formats that other programs read. May import {@code annotation}, {@code pool}, {@code model}, {@code project}, {@code account}, {@code web}. */
package org.doubtless.exchange;
