/** Projects: task, classes, settings, members and their roles, and the filter that holds every endpoint to its {@link org.doubtless.web.Access}. May import {@code account}, {@code jobs}, {@code web}. */
package org.doubtless.project;
