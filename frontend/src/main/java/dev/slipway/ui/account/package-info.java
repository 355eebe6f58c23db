/** Sign-in, and a learner's own attempts. */
@NullMarked
package dev.slipway.ui.account;

import org.jspecify.annotations.NullMarked;
