package dev.slipway.sandbox.provision;

import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.engine.fake.InMemoryStream;
import dev.slipway.sandbox.NodeStream;

/** Streams to processes in memory. */
public final class FakeNodeStreams {
    private FakeNodeStreams() {}

    /** Starts a process and returns its stream. */
    public static NodeStream to(FakeProcess process) {
        return new ContainerStream(InMemoryStream.to(process));
    }
}
