/** Sign-in, sign-out, and the account that is signed in. */
@NullMarked
package dev.slipway.account.signin;

import org.jspecify.annotations.NullMarked;
