/** Labels that a model gives by itself: the rule applied when a model is published, its audit, and its end. */
package org.doubtless.round.automatic;
