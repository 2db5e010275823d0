/** Model versions and where they come from. May import {@code project}, {@code jobs}, {@code web}. */
package org.doubtless.model;
