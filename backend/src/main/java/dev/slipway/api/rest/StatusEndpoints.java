package dev.slipway.api.rest;

import dev.slipway.account.Actors;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.SandboxAlarms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for the status of the platform. */
@RestController
@RequestMapping("/api/v1/status")
@Tag(name = "status")
class StatusEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(StatusEndpoints.class);

    private final HostReport host;
    private final SandboxAlarms alarms;
    private final AttemptSummaries summaries;
    private final Actors actors;
    private final CurrentAccount current;
    private final String version;

    StatusEndpoints(
            HostReport host,
            SandboxAlarms alarms,
            AttemptSummaries summaries,
            Actors actors,
            CurrentAccount current,
            Environment environment) {
        this.host = host;
        this.alarms = alarms;
        this.summaries = summaries;
        this.actors = actors;
        this.current = current;
        // Spring Boot reads the version from the jar's manifest, which does not exist when the platform runs in an IDE.
        this.version = environment.getProperty("spring.application.version", "development");
    }

    @GetMapping
    @Operation(
            summary =
                    "Whether the platform works; for administrators also its version, host, alarms and sandboxes, these in pages")
    ResponseEntity<StatusBody> status(@ParameterObject @Valid PageQuery query) {
        var actor = current.requireId();
        if (!actors.require(actor).isAdministrator()) {
            return ResponseEntity.ok(StatusBody.brief());
        }
        var open = summaries.machines(actor, query.request());
        return ResponseEntity.ok().headers(query.links(open.page())).body(full(open));
    }

    private StatusBody full(OpenSandboxes open) {
        var engine = engine();
        return new StatusBody(
                engine == null ? "engine-unreachable" : "up",
                version,
                engine,
                host.findings().stream().map(StatusBody.Finding::of).toList(),
                alarms.current().stream().map(StatusBody.Alarm::of).toList(),
                open.running(),
                open.waiting(),
                open.page().map(StatusBody.Running::of).getContent());
    }

    private StatusBody.@Nullable Engine engine() {
        try {
            var info = host.engine();
            return new StatusBody.Engine(
                    info.version(),
                    info.apiVersion(),
                    info.host().kernel(),
                    info.host().cgroupVersion(),
                    info.host().cpus(),
                    info.host().memory().toBytes());
        } catch (NodeException e) {
            LOG.warn("host engine does not answer", e);
            return null;
        }
    }
}
