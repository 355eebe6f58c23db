package dev.slipway.preview.proxy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Request of a browser that is to be sent to the app. */
final class AppRequest {
    private final HttpServletRequest browser;
    private final List<HeaderLine> head;
    private final String origin;

    /** @param origin origin of the preview in the browser */
    AppRequest(HttpServletRequest browser, List<HeaderLine> head, String origin) {
        this.browser = browser;
        this.head = head;
        this.origin = origin;
    }

    static List<HeaderLine> head(HttpServletRequest browser) {
        return Collections.list(browser.getHeaderNames()).stream()
                .flatMap(name ->
                        Collections.list(browser.getHeaders(name)).stream().map(value -> new HeaderLine(name, value)))
                .toList();
    }

    /** Returns whether a request to the app asks for a switch to the WebSocket protocol. */
    static boolean wantsWebSocket(ClassicHttpRequest outgoing) {
        return outgoing.containsHeader("Upgrade");
    }

    /** Returns whether the browser sends a body, which can be forwarded only once. */
    boolean hasBody() {
        return browser.getContentLengthLong() > 0 || head.stream().anyMatch(line -> line.is("transfer-encoding"));
    }

    ClassicHttpRequest toApp(Runnable moved) throws IOException {
        var query = browser.getQueryString();
        var path = browser.getRequestURI() + (query == null ? "" : "?" + query);
        // This constructor takes the host and the path separately, so that no part of the path is taken for a host.
        var outgoing = new BasicClassicHttpRequest(browser.getMethod(), (HttpHost) null, path);
        RequestHead.forApp(head, origin).forEach(line -> outgoing.addHeader(line.name(), line.value()));
        if (HopHeaders.wantsWebSocket(head)) {
            outgoing.addHeader("Connection", "Upgrade");
            outgoing.addHeader("Upgrade", "websocket");
        } else {
            outgoing.addHeader("Connection", "close");
            addBody(outgoing, moved);
        }
        return outgoing;
    }

    private void addBody(ClassicHttpRequest outgoing, Runnable moved) throws IOException {
        var length = browser.getContentLengthLong();
        var chunked = head.stream().anyMatch(line -> line.is("transfer-encoding"));
        if (chunked) {
            outgoing.addHeader("Transfer-Encoding", "chunked");
        } else if (length >= 0) {
            outgoing.addHeader("Content-Length", Long.toString(length));
        }
        if (chunked || length > 0) {
            outgoing.setEntity(new RequestBody(browser.getInputStream(), chunked ? -1 : length, moved));
        }
    }
}
