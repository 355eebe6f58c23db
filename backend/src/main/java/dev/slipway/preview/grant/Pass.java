package dev.slipway.preview.grant;

/**
 * What a browser that redeemed a ticket holds as a cookie.
 *
 * @param framed whether it was redeemed in a frame of the platform's page, where browsers treat cookies as a third party's
 */
public record Pass(String secret, Grant grant, boolean framed) {}
