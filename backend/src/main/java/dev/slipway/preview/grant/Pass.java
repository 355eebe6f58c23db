package dev.slipway.preview.grant;

/**
 * Permission of a browser that redeemed a ticket; the browser stores the secret as a cookie.
 *
 * @param framed whether the ticket was redeemed in a frame of the platform's page, where browsers treat cookies as
 *     third-party cookies
 */
public record Pass(String secret, Grant grant, boolean framed) {}
