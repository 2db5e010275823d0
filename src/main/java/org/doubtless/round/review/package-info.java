/** Which labels are worth another look: judged by models that have not learnt them. Part of {@code round}, because it learns. */
package org.doubtless.round.review;
