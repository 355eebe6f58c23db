package dev.slipway.preview.proxy;

import dev.slipway.preview.proxy.RawBrowser.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Browser at a host, with the cookie that it received there. */
record Visitor(int port, String host, String cookie) {

    String[] lines(String... more) {
        var lines = new ArrayList<>(List.of("Host: " + host + ":8080"));
        if (!cookie.isEmpty()) {
            lines.add("Cookie: " + cookie);
        }
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    Page get(String path, String... more) throws IOException {
        return RawBrowser.ask(port, "GET", path, "", lines(more));
    }

    Page post(String path, String body, String... more) throws IOException {
        return RawBrowser.ask(port, "POST", path, body, lines(more));
    }

    Page ask(String method, String path, String body) throws IOException {
        return RawBrowser.ask(port, method, path, body, lines());
    }

    RawBrowser start(String path) throws IOException {
        var browser = new RawBrowser(port);
        browser.send("GET " + path + " HTTP/1.1", lines(), "", "");
        return browser;
    }

    RawBrowser upgrade(String path, String origin) throws IOException {
        var browser = new RawBrowser(port);
        var more = "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nOrigin: " + origin
                + "\r\n";
        browser.send("GET " + path + " HTTP/1.1", lines(), more, "");
        return browser;
    }
}
