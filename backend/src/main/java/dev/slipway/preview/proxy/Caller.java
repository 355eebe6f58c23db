package dev.slipway.preview.proxy;

import dev.slipway.preview.grant.Grant;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.preview.grant.PreviewGrants;
import dev.slipway.preview.grant.PreviewName;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Origin of a cross-origin request, if this origin is another preview of the same session and sandbox.
 *
 * @param grant grant of the calling page
 * @param called grant of the preview that it calls
 */
record Caller(String origin, Grant grant, Grant called) {

    static Optional<Caller> of(PreviewName preview, HttpServletRequest request, PreviewGrants grants, HostNames hosts) {
        var origin = request.getHeader("Origin");
        return Optional.ofNullable(origin)
                .flatMap(Caller::host)
                .flatMap(hosts::parse)
                // Compares the scheme and the port too: the whole origin must be that of a preview.
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

    /**
     * Returns whether the requesting browser has presented its pass for the calling page. Browsers send no cookies with
     * most cross-origin requests, so such a request has no pass.
     */
    boolean isKnown(HttpServletRequest request) {
        return grant.knows(client(request));
    }

    static Grant.Client client(HttpServletRequest request) {
        return new Grant.Client(
                request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
