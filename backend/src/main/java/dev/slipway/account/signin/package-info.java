/** Signing in and out, and who is signed in. */
@NullMarked
package dev.slipway.account.signin;

import org.jspecify.annotations.NullMarked;
