/**
 * The maps of a pool: all its images at once by their doubts. A window is answered as a grid of counts, however many images
 * there are, and as single images once it holds few.
 */
package org.doubtless.dashboard.map;
