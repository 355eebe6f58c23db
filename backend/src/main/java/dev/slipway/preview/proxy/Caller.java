package dev.slipway.preview.proxy;

import dev.slipway.preview.grant.Grant;
import dev.slipway.preview.grant.Grants;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.preview.grant.PreviewName;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that makes a request, if it is another preview of the same learner and sandbox.
 *
 * @param grant of the page
 * @param called grant of the preview that it calls
 */
record Caller(String origin, Grant grant, Grant called) {

    static Optional<Caller> of(PreviewName preview, HttpServletRequest request, Grants grants, HostNames hosts) {
        var origin = request.getHeader("Origin");
        return Optional.ofNullable(origin)
                .flatMap(Caller::host)
                .flatMap(hosts::parse)
                // Scheme and port as well: the whole origin is ours.
                .filter(name -> hosts.origin(name).equals(origin))
                .flatMap(name -> grants.named(preview)
                        .flatMap(called -> grants.beside(called, name)
                                .map(page -> new Caller(Objects.requireNonNull(origin), page, called))));
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost());
        } catch (IllegalArgumentException noOrigin) {
            return Optional.empty();
        }
    }

    /** Whether the browser that asks has shown its pass for the page. Browsers send no cookies with most such calls. */
    boolean isKnown(HttpServletRequest request) {
        return grant.knows(client(request));
    }

    static Grant.Client client(HttpServletRequest request) {
        return new Grant.Client(
                request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
