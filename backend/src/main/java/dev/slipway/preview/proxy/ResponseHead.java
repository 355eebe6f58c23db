package dev.slipway.preview.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the browser is told of an app's answer: nothing that reaches beyond this preview or outlives it. */
final class ResponseHead {
    private static final Set<String> DROPPED = Set.of(
            // The length is given by whoever sends the body.
            "content-length",
            // Would bind the whole host, or the host's browser, to what one app said once.
            "strict-transport-security",
            "public-key-pins",
            "expect-ct",
            "alt-svc",
            "clear-site-data",
            "service-worker-allowed",
            "nel",
            "report-to",
            "reporting-endpoints",
            // Who may frame a preview is decided here.
            "x-frame-options",
            // A web server in front of the platform would serve files of its own for these.
            "x-sendfile",
            "x-lighttpd-send-file");

    private static final String ACCELERATED = "x-accel-";

    private final Locations locations;
    private final FramePolicy frames;
    private final boolean cookiesInFrame;
    private final Optional<CrossOrigin> caller;

    /**
     * @param cookiesInFrame whether the browser has the page in a frame and takes cookies there
     * @param caller the page of another preview that asks, if one does
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
            // Browsers would guess for how long a page is fresh, and show yesterday's to who has just changed it.
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
