package dev.slipway.check.fact;

/**
 * The result of opening a TCP connection to a port.
 *
 * @param open whether a server accepts the connection
 * @param greeting the beginning of the text that the server sends without a request, empty if it sends none
 */
public record TcpFact(boolean open, String greeting) {}
