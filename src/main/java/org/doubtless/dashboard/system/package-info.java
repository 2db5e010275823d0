/** How the installation is: its health in words, who works, and what fills the disk. For administrators. */
package org.doubtless.dashboard.system;
