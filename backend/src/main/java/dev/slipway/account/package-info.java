/** Accounts, roles, sign-in policy, API tokens and the current account. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.slipway.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
