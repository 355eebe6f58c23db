/** Sign-in, the user's account, and the learner's own attempts. */
@NullMarked
package dev.slipway.ui.account;

import org.jspecify.annotations.NullMarked;
