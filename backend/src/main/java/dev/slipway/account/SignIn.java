package dev.slipway.account;

import java.time.Instant;

/**
 * The sign-in of one browser, with the data that its owner sees.
 *
 * @param address the network address from which the sign-in was last used
 * @param browser the names of the browser and its operating system; empty if the browser did not send them
 * @param lastUsedAt time of the last request, accurate to the minute
 */
public record SignIn(SessionKey session, String address, String browser, Instant startedAt, Instant lastUsedAt) {}
