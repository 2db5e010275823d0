/**
 * Which images to ask about first.
 *
 * <p>Fourth step of the pipeline, {@code uncertainty -> picks}. An {@link
 * org.doubtless.learning.acquisition.AcquisitionFunction} gives each candidate a score, higher means
 * ask earlier, and a {@link org.doubtless.learning.acquisition.Ranking} puts them in order. {@link
 * org.doubtless.learning.acquisition.AcquisitionChoice} knows the functions by name; what each of them
 * reads of the {@link org.doubtless.learning.acquisition.Candidates} it says itself.
 *
 * <p>May import {@code learning.features}, {@code learning.posterior}, {@code learning.uncertainty}
 * and java, nothing else.
 */
package org.doubtless.learning.acquisition;
