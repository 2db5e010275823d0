/**
 * The frame around every page and endpoint: who may call it ({@link org.doubtless.web.Access}), what an error says
 * ({@link org.doubtless.web.Problem}), the security headers, the clock. Imports no feature; every feature may import it.
 */
package org.doubtless.web;
