/** The tables of accounts, sign-ins and API tokens, and the services that use them. */
@NullMarked
package dev.slipway.account.persistence;

import org.jspecify.annotations.NullMarked;
