package dev.slipway.preview.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadsTest {
    private static final String ORIGIN = "http://p8080-node1-abcdefghij.localhost:8080";
    private static final String FRESH = "Cache-Control: no-cache";
    private static final String OUR_POLICY = "Content-Security-Policy: frame-ancestors 'self' http://localhost:8080";

    private final ResponseHead response = new ResponseHead(
            new Locations(ORIGIN, "node1", 8080, (_, rest) -> rest),
            new FramePolicy("http://localhost:8080"),
            false,
            Optional.empty());

    @Test
    void appIsToldWhatTheBrowserAsked() {
        var head = head(
                "Host: p8080-node1-abcdefghij.localhost:8080",
                "User-Agent: x",
                "Range: bytes=0-9",
                "Authorization: Basic abc",
                "Origin: " + ORIGIN);

        assertThat(RequestHead.forApp(head, ORIGIN))
                .containsAll(head)
                .contains(
                        new HeaderLine("X-Forwarded-Host", "p8080-node1-abcdefghij.localhost:8080"),
                        new HeaderLine("X-Forwarded-Proto", "http"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: keep-alive",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic abc",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X",
                "Transfer-Encoding: chunked",
                "Upgrade: h2c",
                "Expect: 100-continue",
                "Content-Length: 3",
                "Cookie: slipway-session=secret",
                "Forwarded: for=1.2.3.4",
                "X-Forwarded-For: 1.2.3.4",
                "X-Forwarded-Host: evil.example",
                "x-forwarded-prefix: /x",
                "X-Real-IP: 1.2.3.4",
                "Proxy: http://evil.example"
            })
    void appIsNotToldWhatIsNotItsBusiness(String line) {
        var told = RequestHead.forApp(head("Host: h", line), "https://h.example");

        assertThat(told)
                .containsExactlyInAnyOrder(
                        new HeaderLine("Host", "h.example"),
                        new HeaderLine("X-Forwarded-Host", "h.example"),
                        new HeaderLine("X-Forwarded-Proto", "https"));
    }

    @Test
    void whatConnectionNamesEndsHere() {
        var told = RequestHead.forApp(head("Host: h", "Connection: close, X-Secret , host", "X-Secret: 1"), ORIGIN);

        assertThat(told).extracting(HeaderLine::name).contains("Host").doesNotContain("X-Secret", "Connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload",
                "strict-transport-security: max-age=1",
                "Clear-Site-Data: \"*\"",
                "Alt-Svc: h3=\":443\"",
                "Service-Worker-Allowed: /",
                "Public-Key-Pins: pin-sha256=x",
                "Expect-CT: max-age=1",
                "NEL: {}",
                "Report-To: {}",
                "Reporting-Endpoints: x=\"https://evil.example\"",
                "X-Frame-Options: DENY",
                "X-Frame-Options: SAMEORIGIN",
                "X-Accel-Redirect: /etc/passwd",
                "X-Accel-Buffering: yes",
                "X-Sendfile: /etc/passwd",
                "X-LIGHTTPD-send-file: /etc/passwd",
                "Set-Cookie: slipway-session=stolen",
                "Set-Cookie: =slipway-session=stolen",
                "Set-Cookie: \"slipway-session\"=stolen",
                "Set-Cookie: 'slipway-preview'=stolen",
                "Set-Cookie: \tslipway-session =stolen",
                "Set-Cookie: __Host-slipway-session=stolen",
                "Set-Cookie: \"__Secure-Slipway-session\"=stolen",
                "Content-Security-Policy: frame-ancestors 'none'",
                "Content-Security-Policy: Frame-Ancestors https://evil.example;",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "Keep-Alive: timeout=5",
                "Upgrade: h2c",
                "Proxy-Authenticate: Basic",
                "Trailer: X",
                "Content-Length: 5",
                "Bad Name: x",
                "X\u0000: y"
            })
    void hostileAppSaysItInVain(String line) {
        assertThat(texts(response.forBrowser(head(line)))).containsExactly(FRESH, OUR_POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/html; charset=utf-8           | Content-Type: text/html; charset=utf-8",
                "Set-Cookie: a=b; Domain=localhost                | Set-Cookie: a=b",
                "Location: http://localhost:8080/x                | Location: http://p8080-node1-abcdefghij.localhost:8080/x",
                "Content-Security-Policy: default-src 'self'; frame-ancestors 'none'; img-src * | Content-Security-Policy: default-src 'self'; img-src *",
                "Content-Security-Policy: frame-ancestors 'none', script-src 'self' | Content-Security-Policy: script-src 'self'",
                "ETag: \"x\"                                      | ETag: \"x\"",
                "Content-Range: bytes 0-9/100                     | Content-Range: bytes 0-9/100",
                "WWW-Authenticate: Basic realm=x                  | WWW-Authenticate: Basic realm=x"
            })
    void restReachesTheBrowser(String said, String seen) {
        assertThat(texts(response.forBrowser(head(said)))).containsExactly(seen, FRESH, OUR_POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control: max-age=60", "Expires: Thu, 01 Jan 2026 00:00:00 GMT"})
    void appMaySayHowLongItsPageIsFresh(String line) {
        assertThat(texts(response.forBrowser(head(line)))).containsExactly(line, OUR_POLICY);
    }

    @Test
    void everyCookieIsALineOfItsOwn() {
        assertThat(texts(response.forBrowser(head("Set-Cookie: a=1", "Set-Cookie: b=2"))))
                .containsExactly("Set-Cookie: a=1", "Set-Cookie: b=2", FRESH, OUR_POLICY);
    }

    @Property
    void noLineBreaksReachTheBrowser(@ForAll String name, @ForAll String value) {
        assertThat(response.forBrowser(List.of(new HeaderLine(name, value))))
                .allMatch(HeaderLine::isSound)
                .contains(new HeaderLine("Content-Security-Policy", "frame-ancestors 'self' http://localhost:8080"));
    }

    @Test
    void onlyAWebSocketIsAskedFor() {
        assertThat(HopHeaders.wantsWebSocket(head("Connection: keep-alive, Upgrade", "Upgrade: WebSocket")))
                .isTrue();
        assertThat(HopHeaders.wantsWebSocket(head("Connection: Upgrade", "Upgrade: h2c")))
                .isFalse();
        assertThat(HopHeaders.wantsWebSocket(head("Connection: close", "Upgrade: websocket")))
                .isFalse();
    }

    private static List<HeaderLine> head(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split(": ", 2))
                .map(parts -> new HeaderLine(parts[0], parts[1]))
                .toList();
    }

    private static List<String> texts(List<HeaderLine> lines) {
        return lines.stream().map(line -> line.name() + ": " + line.value()).toList();
    }
}
