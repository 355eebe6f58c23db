package dev.slipway.preview.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the response headers for the browser, without headers that would affect other previews or outlive this
 * preview.
 */
final class ResponseHead {
    private static final Set<String> DROPPED = Set.of(
            // The code that sends the body writes the length.
            "content-length",
            // With these headers, one app would change settings for the whole host name or for the browser.
            "strict-transport-security",
            "public-key-pins",
            "expect-ct",
            "alt-svc",
            "clear-site-data",
            "service-worker-allowed",
            "nel",
            "report-to",
            "reporting-endpoints",
            // The platform decides which pages may show a preview in a frame.
            "x-frame-options",
            // With these headers, an app could make a web server in front of the platform send its own files.
            "x-sendfile",
            "x-lighttpd-send-file");

    private static final String ACCELERATED = "x-accel-";

    private final Locations locations;
    private final FramePolicy frames;
    private final boolean cookiesInFrame;
    private final Optional<CrossOrigin> caller;

    /**
     * @param cookiesInFrame whether the page is in a frame and the browser accepts cookies there
     * @param caller CORS headers, if a page of another preview sends the request
     */
    ResponseHead(Locations locations, FramePolicy frames, boolean cookiesInFrame, Optional<CrossOrigin> caller) {
        this.locations = locations;
        this.frames = frames;
        this.cookiesInFrame = cookiesInFrame;
        this.caller = caller;
    }

    List<HeaderLine> forBrowser(List<HeaderLine> head) {
        var hops = HopHeaders.of(head);
        var lines = new ArrayList<HeaderLine>();
        head.stream()
                .filter(HeaderLine::isSound)
                .filter(line -> !hops.contains(line) && !DROPPED.contains(line.key()))
                .filter(line -> !line.key().startsWith(ACCELERATED))
                .flatMap(line -> changed(line).stream())
                .forEach(lines::add);
        if (lines.stream().noneMatch(line -> line.is("cache-control") || line.is("expires"))) {
            // Without this header, browsers guess how long a page is fresh, and could show an outdated page after a
            // change.
            lines.add(new HeaderLine("Cache-Control", "no-cache"));
        }
        lines.add(new HeaderLine(FramePolicy.HEADER, frames.text()));
        return caller.map(page -> page.addTo(lines)).orElse(lines);
    }

    private Optional<HeaderLine> changed(HeaderLine line) {
        return switch (line.key()) {
            case "set-cookie" -> Cookies.fromApp(line.value(), cookiesInFrame).map(line::with);
            case "location", "content-location" -> Optional.of(line.with(locations.seenByBrowser(line.value())));
            case "refresh" -> Optional.of(line.with(locations.refreshSeenByBrowser(line.value())));
            case "content-security-policy" ->
                FramePolicy.withoutFrames(line.value()).map(line::with);
            default -> Optional.of(line);
        };
    }
}
