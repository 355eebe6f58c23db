package dev.slipway.account;

import java.time.Instant;

/**
 * The sign-in of one browser, as its owner sees it.
 *
 * @param address the network address that it was last used from
 * @param browser the name of browser and system, or empty if the browser did not say
 * @param lastUsedAt right to the minute
 */
public record SignIn(SessionKey session, String address, String browser, Instant startedAt, Instant lastUsedAt) {}
