package org.doubtless.audit;

import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/**
 * A deed that is about to be done.
 *
 * @param account null where nobody is signed in
 * @param project null for a deed in no project
 * @param things what its address names, kind → id
 */
record NewDeed(AccountId account, boolean byToken, String word, ProjectId project, Map<String, String> things) {}
