package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Lab;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Variables;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeLimits;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SetupStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Builds a request for a sandbox from a lab, with the attempt's variables filled in. */
@Component
final class SandboxRequestFactory {
    private final SandboxProperties properties;

    SandboxRequestFactory(SandboxProperties properties) {
        this.properties = properties;
    }

    SandboxRequest of(AttemptEntity attempt, Lab lab) {
        var values = attempt.variables();
        var machines = lab.machines();
        return new SandboxRequest(
                attempt.attemptId(),
                attempt.learner(),
                machines.nodes().stream().map(node -> node(node, values)).toList(),
                machines.setup().stream()
                        .map(step -> new SetupStep(step.node(), Variables.fill(step.run(), values)))
                        .toList(),
                machines.session().lease(),
                machines.session().idle(),
                machines.openEgress());
    }

    private NodeRequest node(NodeTemplate node, Map<String, String> values) {
        return new NodeRequest(
                node.name(),
                new NodeLimits(node.memory(), node.cpus(), properties.nodePids()),
                node.files().stream()
                        .map(file -> new NodeFile(file.to(), Variables.fill(file.content(), values), file.executable()))
                        .toList(),
                node.attach());
    }
}
