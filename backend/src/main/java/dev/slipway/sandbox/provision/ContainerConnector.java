package dev.slipway.sandbox.provision;

import dev.slipway.engine.ExecSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connects to a node that is a container of the host engine: it starts a process in the container and connects to its
 * input and output.
 *
 * @param typed callback that is called before each input of a shell is written
 */
record ContainerConnector(ContainerProcesses processes, EngineShells engineShells, String container, Runnable typed)
        implements NodeConnector {
    private static final String SOCAT = "/usr/bin/socat";
    private static final String LOOPBACK = "TCP4:127.0.0.1:";

    @Override
    public NodeStream open(StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell shell -> engineShells.open(container, shell, typed);
            case StreamRequest.Port(int number, boolean overIpv6) ->
                processes.open(container, dial(overIpv6 ? "TCP6:[::1]:" : LOOPBACK, number));
            case StreamRequest.Probe(int number) -> processes.open(container, dial(LOOPBACK, number));
            case StreamRequest.Command command -> processes.open(container, process(command));
            case StreamRequest.NodeEngine() ->
                processes.open(container, ExecSpec.command(SOCAT, "-", "UNIX-CONNECT:/var/run/docker.sock"));
        };
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        return processes.run(container, process(command), timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells() {
        return engineShells.running(container);
    }

    @Override
    public void endShell(int number) {
        engineShells.end(container, number);
    }

    private static ExecSpec process(StreamRequest.Command command) {
        return new ExecSpec(command.command(), Map.of(), "/root", Optional.empty());
    }

    private static ExecSpec dial(String loopback, int port) {
        return ExecSpec.command(SOCAT, "-", loopback + port);
    }
}
