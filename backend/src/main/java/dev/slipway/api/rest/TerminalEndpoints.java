package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.Attempts;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that issues tickets for terminals. {@link Attempts} checks the permissions. */
@RestController
@RequestMapping("/api/v1/attempts/{id}/terminals")
@Tag(name = "terminals")
class TerminalEndpoints {
    private static final String SOCKET = "/ws/terminal";

    /** Default lifetime of a ticket. The terminal module's setting {@code ticketLife} defines the real one. */
    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(30);

    private final Attempts attempts;
    private final CurrentAccount current;
    private final Clock clock;

    TerminalEndpoints(Attempts attempts, CurrentAccount current, Clock clock) {
        this.attempts = attempts;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Terminal to open.
     *
     * @param number number of the terminal on its node; 1 if absent
     */
    record Open(
            @NotNull String node, @Nullable @Min(1) @Max(8) Integer number) {}

    record Ticket(String ticket, String path, Instant expiresAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "A ticket that opens a node's terminal once: connect to the path and send it in the first frame")
    Ticket open(@PathVariable UUID id, @RequestBody @Valid Open body) {
        var node = Ids.read("node", body.node(), NodeName::new);
        var number = body.number() == null ? 1 : body.number();
        var expiresAt = clock.instant().plus(TICKET_LIFETIME);
        var ticket =
                attempts.terminalTicket(current.requireId(), current.requireSession(), new AttemptId(id), node, number);
        return new Ticket(ticket, SOCKET, expiresAt);
    }
}
