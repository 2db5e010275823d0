/**
 * Draws microscope images of stained pollen grains, each from a seed and a number alone. Imports nothing but the JDK and
 * uses no fonts, so that it works on a machine without a screen.
 *
 * <p>The order of drawing is that of the laboratory: {@link org.doubtless.demo.pollen.Anatomy} grows a grain of a
 * {@link org.doubtless.demo.pollen.Species}, {@link org.doubtless.demo.pollen.Grain} lays it on a
 * {@link org.doubtless.demo.pollen.Slide} among {@link org.doubtless.demo.pollen.Litter}, and
 * {@link org.doubtless.demo.pollen.Microscope} photographs the slide.
 */
package org.doubtless.demo.pollen;
