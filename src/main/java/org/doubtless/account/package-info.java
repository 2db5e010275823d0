/** People: accounts, sign-in, API tokens, who is signed in. May import {@code web}. */
package org.doubtless.account;
