/** Accounts, roles, sign-in policy, API tokens and the current account. */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package dev.slipway.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
