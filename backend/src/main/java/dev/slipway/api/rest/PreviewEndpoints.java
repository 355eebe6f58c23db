package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that issues tickets for previews. {@link AttemptPreviews} checks the permissions. */
@RestController
@RequestMapping("/api/v1/attempts/{id}/previews")
@Tag(name = "previews")
class PreviewEndpoints {
    private final AttemptPreviews previews;
    private final CurrentAccount current;

    PreviewEndpoints(AttemptPreviews previews, CurrentAccount current) {
        this.previews = previews;
        this.current = current;
    }

    /** Node and port to preview. */
    record Open(@NotNull String node, @Min(1) @Max(65535) int port) {}

    /**
     * Ticket for a preview.
     *
     * @param url address for a browser; it opens the preview once
     * @param origin origin for a program, which posts {@code tab TICKET} to the path {@code /.slipway/open} of this
     *     origin and keeps the cookie of the response
     */
    record Preview(URI url, URI origin, String ticket, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A ticket that opens a preview of a node's port once")
    Preview open(@PathVariable UUID id, @RequestBody @Valid Open body) {
        var node = Ids.read("node", body.node(), NodeName::new);
        var ticket = previews.open(current.requireId(), current.requireSession(), new AttemptId(id), node, body.port());
        return new Preview(ticket.entrance("/"), ticket.origin(), ticket.ticket(), ticket.expiresAt());
    }
}
