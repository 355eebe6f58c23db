package dev.slipway.check.gather;

import dev.slipway.check.fact.DnsFact;
import dev.slipway.check.fact.TcpFact;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineStream;
import dev.slipway.shared.UserFacingException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Speaks to ports of a node from outside, by other means than HTTP. */
final class PortProbe {
    private static final int MAX_GREETING = 512;

    private final NodeAccess access;

    PortProbe(NodeAccess access) {
        this.access = access;
    }

    /**
     * Connects and says nothing. Ends its own direction at once, upon which the dialler ends as well: so it is certain
     * whether it had a connection, also with a server that waits to be spoken to.
     */
    TcpFact connect(int port, Allowance allowance) throws LookupException {
        return dialogue(port, allowance, stream -> {
            stream.input().close();
            var greeting = stream.output().readNBytes(MAX_GREETING);
            return isRefused(stream, port)
                    ? new TcpFact(false, "")
                    : new TcpFact(true, new String(greeting, StandardCharsets.UTF_8).strip());
        });
    }

    /** Asks a name server for the IPv4 addresses of a name. */
    DnsFact resolve(int port, String name, Allowance allowance) throws LookupException {
        return dialogue(port, allowance, stream -> {
            try {
                stream.input().write(DnsMessage.query(name));
                stream.input().flush();
                var input = new DataInputStream(stream.output());
                var answer = input.readNBytes(input.readUnsignedShort());
                return new DnsFact(true, DnsMessage.addresses(answer));
            } catch (IOException e) {
                // The dialler was refused, or what answered is no name server.
                isRefused(stream, port);
                return DnsFact.SILENCE;
            }
        });
    }

    /** The dialler says what happened; a server that breaks the connection off has taken it before. */
    private boolean isRefused(EngineStream stream, int port) throws LookupException {
        var said = stream.error();
        if (said.isBlank() || said.contains("reset") || said.contains("Broken pipe")) {
            return false;
        }
        if (said.contains("Connection refused")) {
            return true;
        }
        throw LookupException.unavailable(
                "Port " + port + " of " + access.node() + " cannot be tried at the moment.", null);
    }

    private interface Dialogue<T> {
        T with(EngineStream stream) throws IOException;
    }

    /** On a thread of its own, because streams have no timeouts. */
    private <T> T dialogue(int port, Allowance allowance, Dialogue<T> dialogue) throws LookupException {
        var pending = new CompletableFuture<T>();
        var opened = new AtomicReference<@Nullable EngineStream>();
        Thread.ofVirtual().name("probe-" + access.sandbox()).start(() -> {
            try (var stream = access.port(port)) {
                opened.set(stream);
                if (!pending.isDone()) {
                    pending.complete(dialogue.with(stream));
                }
            } catch (IOException | RuntimeException e) {
                pending.completeExceptionally(e);
            }
        });
        try {
            return pending.get(allowance.next().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.cancel(false);
            var stream = opened.get();
            if (stream != null) {
                stream.close();
            }
            throw LookupException.late("Port " + port + " of " + access.node() + " did not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LookupException.late("Slipway is stopping.", e);
        } catch (ExecutionException e) {
            throw cause(e, port);
        }
    }

    private LookupException cause(ExecutionException e, int port) {
        return switch (e.getCause()) {
            case LookupException lookup -> lookup;
            case EngineException engine -> NodeEngineApi.ofNode(engine, "The machine " + access.node());
            case UserFacingException userFacing -> throw userFacing;
            case null, default ->
                LookupException.unavailable(
                        "Port " + port + " of " + access.node() + " cannot be tried at the moment.", e);
        };
    }
}
