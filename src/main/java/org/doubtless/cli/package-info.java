/** The command line: one command a class, and what must be set before the application starts. May import everything. */
package org.doubtless.cli;
