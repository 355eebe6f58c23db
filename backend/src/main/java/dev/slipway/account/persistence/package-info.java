/** The tables of accounts and API tokens, and the services over them. */
@NullMarked
package dev.slipway.account.persistence;

import org.jspecify.annotations.NullMarked;
