/**
 * The demo project: images that the program draws itself, and an oracle that labels them at a chosen speed, so that a
 * visitor sees queue, rounds and accuracy move without bringing a single file. It is a guest like any other: it uses the
 * features as a person would. May import project, pool, annotation, queue, round, jobs, account and web; not learning.
 */
package org.doubtless.demo;
