package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxAlarms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Status of the platform. Only administrators receive the fields other than {@code status}.
 *
 * @param running number of sandboxes on all pages that have a place on the host
 * @param waiting number of sandboxes on all pages that wait for a place
 * @param sandboxes one page of the running and waiting sandboxes
 */
@JsonInclude(Include.NON_NULL)
record StatusBody(
        String status,
        @Nullable String version,
        @Nullable Engine engine,
        @Nullable List<Finding> host,
        @Nullable List<Alarm> alarms,
        @Nullable Integer running,
        @Nullable Integer waiting,
        @Nullable List<Running> sandboxes) {

    static StatusBody brief() {
        return new StatusBody("up", null, null, null, null, null, null, null);
    }

    /** Version and resources of the host engine; absent while the engine does not answer. */
    record Engine(String version, String apiVersion, String kernel, String cgroupVersion, int cpus, long memoryBytes) {}

    record Finding(String id, String title, String state, String found, String consequence, String fix) {
        static Finding of(HostReport.Finding finding) {
            return new Finding(
                    finding.id(),
                    finding.title(),
                    finding.state().name().toLowerCase(Locale.ROOT),
                    finding.found(),
                    finding.consequence(),
                    finding.fix());
        }
    }

    /** Alarm about objects of a sandbox that cannot be removed from the host engine. The platform keeps trying. */
    record Alarm(String sandbox, Instant since, int failures, String cause) {
        static Alarm of(SandboxAlarms.Alarm alarm) {
            return new Alarm(alarm.sandbox().value(), alarm.since(), alarm.failures(), alarm.cause());
        }
    }

    record Running(UUID attempt, UUID owner, SandboxBody sandbox) {
        static Running of(Sandbox sandbox) {
            return new Running(sandbox.attempt().value(), sandbox.owner().value(), SandboxBody.of(sandbox));
        }
    }
}
