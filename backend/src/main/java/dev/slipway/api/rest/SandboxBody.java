package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.shared.NodeName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Machines of an attempt.
 *
 * @param stage present stage of the provisioning; absent unless {@code state} is {@code provisioning}
 * @param position position in the queue, from 1; absent unless the sandbox waits for a place
 * @param cause reason why the sandbox is {@code failed} or {@code ended}; absent in other states
 * @param nodes names of the machines; absent in lists of attempts
 * @param brokenNodes the machines that cannot be used until they are reset, with the cause; absent if there are none,
 *     and in lists of attempts
 */
@JsonInclude(Include.NON_NULL)
record SandboxBody(
        String id,
        String state,
        @Nullable String stage,
        @Nullable Integer position,
        @Nullable String cause,
        @Nullable List<String> nodes,
        Instant requestedAt,
        @Nullable Instant leaseEnds,
        @Nullable Map<String, String> brokenNodes) {

    static SandboxBody of(Sandbox sandbox) {
        var summary = of(sandbox.summary());
        return new SandboxBody(
                summary.id,
                summary.state,
                summary.stage,
                summary.position,
                summary.cause,
                sandbox.nodeNames().stream().map(NodeName::value).toList(),
                summary.requestedAt,
                summary.leaseEnds,
                brokenNodes(sandbox));
    }

    static SandboxBody of(SandboxSummary sandbox) {
        return switch (sandbox.state()) {
            case Requested(var position) -> body(sandbox, null, position, null);
            case Provisioning(var stage) -> body(sandbox, lower(stage.name()), null, null);
            case Ready _, Frozen _, Ending _ -> body(sandbox, null, null, null);
            case Ended(var reason) -> body(sandbox, null, null, lower(reason.name()));
            case Failed(var cause) -> body(sandbox, null, null, cause);
        };
    }

    private static SandboxBody body(
            SandboxSummary sandbox, @Nullable String stage, @Nullable Integer position, @Nullable String cause) {
        return new SandboxBody(
                sandbox.id().value(),
                name(sandbox.state()),
                stage,
                position,
                cause,
                null,
                sandbox.requestedAt(),
                sandbox.leaseEnds().orElse(null),
                null);
    }

    private static @Nullable Map<String, String> brokenNodes(Sandbox sandbox) {
        var causes = new TreeMap<String, String>();
        sandbox.brokenNodes().forEach((node, cause) -> causes.put(node.value(), cause));
        return causes.isEmpty() ? null : causes;
    }

    private static String name(SandboxState state) {
        return lower(state.getClass().getSimpleName());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
