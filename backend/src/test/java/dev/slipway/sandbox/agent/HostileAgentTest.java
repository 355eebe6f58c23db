package dev.slipway.sandbox.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Root in a node may put any program in place of the agent. It harms its own node only. */
class HostileAgentTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NODE = "node-a";
    private static final String NEIGHBOUR = "node-b";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Agents agents;

    @BeforeEach
    void listen() {
        agents = SomeAgents.of(new FakeContainerEngine(), folder);
        agents.listen(NODE);
        agents.listen(NEIGHBOUR);
    }

    @AfterEach
    void stop() {
        agents.close();
    }

    /** Misbehaviour of an agent towards a stream that the platform has opened, or towards its connection. */
    enum Misdeed {
        UNKNOWN_TYPE((agent, stream) -> agent.send(0x7f, stream)),
        TYPE_OF_THE_PLATFORM((agent, stream) -> agent.send(0x11, stream, (byte) 4)),
        LENGTH_THAT_NO_FRAME_HAS((agent, stream) -> agent.write(new byte[] {1, (byte) 0xff, -1, -1, 0, 0, 0, 1})),
        DATA_WITHOUT_BYTES((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(0x01, stream);
        }),
        DATA_BEFORE_OPENED((agent, stream) -> agent.send(stream, new AgentFrame.Data(new byte[1]))),
        MORE_DATA_THAN_CREDIT((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            for (var i = 0; i < 5; i++) {
                agent.send(stream, new AgentFrame.Data(new byte[AgentFrame.MAX_DATA]));
            }
        }),
        DATA_AFTER_ITS_END((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.End());
            agent.send(stream, new AgentFrame.Data(new byte[1]));
        }),
        TWO_ENDS((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.End());
            agent.send(stream, new AgentFrame.End());
        }),
        END_WITH_CONTENT((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(0x02, stream, (byte) 1);
        }),
        EXIT_WITHOUT_END((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.Exit(0));
        }),
        EXIT_WITHOUT_A_STATUS((agent, stream) -> agent.send(0x23, stream)),
        OPENED_TWICE((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.Opened());
        }),
        REFUSED_AFTER_OPENED((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.Refused(5, "late"));
        }),
        REFUSAL_WITHOUT_A_CODE((agent, stream) -> agent.send(0x22, stream)),
        REFUSAL_WITH_HALF_A_TEXT((agent, stream) -> agent.send(0x22, stream, (byte) 5, (byte) 200, (byte) 'x')),
        CREDIT_FOR_NOTHING((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(stream, new AgentFrame.Credit(1));
        }),
        CREDIT_OF_ZERO((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(0x03, stream, new byte[4]);
        }),
        CREDIT_OF_FOUR_GIGABYTES((agent, stream) -> {
            agent.send(stream, new AgentFrame.Opened());
            agent.send(0x03, stream, (byte) -1, (byte) -1, (byte) -1, (byte) -1);
        }),
        FRAME_OF_A_STREAM_THAT_WAS_NEVER_OPENED(
                (agent, stream) -> agent.send(stream + 1000, new AgentFrame.Close(Codes.CANCELLED))),
        FRAME_OF_A_STREAM_THAT_HAS_ENDED((agent, stream) -> {
            agent.send(stream, new AgentFrame.Refused(5, "no"));
            agent.send(stream, new AgentFrame.Data(new byte[1]));
        }),
        DATA_OF_THE_CONNECTION((agent, stream) -> agent.send(0x01, 0, (byte) 1)),
        READY_OF_A_STREAM((agent, stream) -> agent.send(0x25, stream)),
        SECOND_HELLO((agent, stream) -> agent.send(0, new AgentFrame.Hello(1, 1))),
        SHELL_WITHOUT_FIELDS((agent, stream) -> agent.send(0x21, stream, new byte[10])),
        SHELL_WITH_A_NEGATIVE_OFFSET((agent, stream) -> agent.send(stream, shell(1, -1, 5))),
        SHELL_WITH_AN_ENDLESS_HISTORY((agent, stream) -> agent.send(stream, shell(1, 0, 1L << 40))),
        SHELL_AT_THE_END_OF_ALL_NUMBERS(
                (agent, stream) -> agent.send(stream, shell(1, Long.MAX_VALUE - 1, Long.MAX_VALUE))),
        SHELL_WITHOUT_AN_EPOCH((agent, stream) -> agent.send(stream, shell(0, 0, 0))),
        SHELL_WITH_A_WRITER_TOO_FEW((agent, stream) -> {
            var frame = AgentSide.encode(stream, shell(1, 0, 0));
            frame[frame.length - 1] = 3;
            agent.write(frame);
        });

        @SuppressWarnings("ImmutableEnumChecker") // the deeds have no state
        private final Deed deed;

        interface Deed {
            void doIt(RawAgent agent, long stream) throws IOException;
        }

        Misdeed(Deed deed) {
            this.deed = deed;
        }
    }

    private static AgentFrame.ShellOpened shell(long epoch, long from, long end) {
        return new AgentFrame.ShellOpened(epoch, from, end, new TerminalSize(80, 24), Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void losesItsConnectionAndNothingElse(Misdeed misdeed) throws IOException {
        try (var neighbour = RawAgent.welcomed(socket(NEIGHBOUR));
                var agent = RawAgent.welcomed(socket(NODE))) {
            try (var stream = streams(NODE).open(StreamRequest.Command.of("date"))) {
                var number = agent.read().stream();

                misdeed.deed.doIt(agent, number);
                agent.awaitEnd();

                assertThatThrownBy(() -> stream.exitStatus(SOON)).isInstanceOf(NodeException.class);
            }
            assertWorks(NEIGHBOUR, neighbour);
        }
        try (var next = RawAgent.welcomed(socket(NODE))) {
            assertWorks(NODE, next);
        }
    }

    @Test
    void anotherVersionIsNotWelcome() throws IOException {
        try (var agent = new RawAgent(socket(NODE))) {
            agent.send(0, new AgentFrame.Hello(2, 7));
            agent.awaitEnd();
        }
        try (var next = RawAgent.welcomed(socket(NODE))) {
            assertWorks(NODE, next);
        }
    }

    @Test
    void whatIsNoAgentIsDisconnected() throws IOException {
        try (var agent = new RawAgent(socket(NODE))) {
            agent.write("GET / HTTP/1.1\r\nHost: platform\r\n\r\n".getBytes(UTF_8));
            agent.awaitEnd();
        }
    }

    @Test
    void oneThatSaysNothingIsDisconnectedInTime() throws IOException {
        try (var silent = new RawAgent(socket(NODE))) {
            silent.awaitEnd();
        }
        try (var next = RawAgent.welcomed(socket(NODE))) {
            assertWorks(NODE, next);
        }
    }

    @Test
    void oneThatConnectsWithoutEndHarmsItsOwnNodeOnly() throws IOException, InterruptedException {
        var tries = new AtomicInteger();
        var flood = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                tries.incrementAndGet();
                connectAndLeave();
            }
        });
        try (var neighbour = RawAgent.welcomed(socket(NEIGHBOUR))) {
            await().until(() -> tries.get() > 1000);

            assertWorks(NEIGHBOUR, neighbour);
        } finally {
            flood.interrupt();
            flood.join();
        }
    }

    private void connectAndLeave() {
        try (var agent = new RawAgent(socket(NODE))) {
            agent.send(0, new AgentFrame.Hello(1, 1));
        } catch (IOException refused) {
            // The kernel refuses it because the socket's queue is full.
        }
    }

    @Test
    void oneThatReadsNothingIsDisconnected() throws IOException {
        try (var neighbour = RawAgent.welcomed(socket(NEIGHBOUR));
                var agent = RawAgent.welcomed(socket(NODE))) {
            assertThat(agent).isNotNull();

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 100_000; i++) {
                            streams(NODE)
                                    .open(StreamRequest.Command.of("x".repeat(1000)))
                                    .close();
                        }
                    })
                    .isInstanceOf(NodeException.class);

            assertWorks(NEIGHBOUR, neighbour);
        }
    }

    @Test
    void aNewerConnectionReplacesTheOlder() throws IOException {
        try (var older = RawAgent.welcomed(socket(NODE));
                var newer = RawAgent.welcomed(socket(NODE))) {
            older.awaitEnd();

            assertWorks(NODE, newer);
        }
    }

    @Test
    void silenceEndsARequestForAShell() throws IOException {
        try (var agent = RawAgent.welcomed(socket(NODE))) {
            var shell = new StreamRequest.Shell(1, Optional.empty());

            assertThatThrownBy(() -> streams(NODE).open(shell))
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("did not answer");

            assertThat(agent.read().frame()).isInstanceOf(AgentFrame.Open.class);
            assertThat(agent.read().frame()).isInstanceOf(AgentFrame.Close.class);
        }
    }

    @Test
    void unansweredRequestsAreBounded() throws IOException {
        try (var agent = RawAgent.welcomed(socket(NODE))) {
            var reader = Thread.ofVirtual().start(agent::awaitEnd);
            for (var i = 0; i < AgentFrame.MAX_STREAMS; i++) {
                streams(NODE).open(new StreamRequest.Probe(80)).close();
            }

            assertThatThrownBy(() -> streams(NODE).open(new StreamRequest.Probe(80)))
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("too many open streams");

            assertThat(reader.isAlive()).as("the connection stays").isTrue();
        }
    }

    /** A port may rightly stay without an answer, for instance because of a firewall in the node. */
    @Test
    void oneThatAnswersNothingAtAllIsDisconnected() throws IOException {
        try (var mute = RawAgent.welcomed(socket(NODE));
                var waiting = RawAgent.welcomed(socket(NEIGHBOUR))) {
            streams(NODE).open(new StreamRequest.Probe(80)).close();
            var pending = streams(NEIGHBOUR).open(new StreamRequest.Probe(80));

            assertThat(waiting.read().frame()).isInstanceOf(AgentFrame.Open.class);
            var ping = waiting.read();
            assertThat(ping.frame()).isEqualTo(new AgentFrame.Open(new AgentFrame.Target.Shells()));
            waiting.send(ping.stream(), new AgentFrame.Close(Codes.CANCELLED));
            mute.awaitEnd();
            waiting.read();
            assertWorks(NEIGHBOUR, waiting);
            pending.close();
        }
    }

    @Test
    void pausedNodeKeepsItsConnection() throws IOException {
        try (var paused = RawAgent.welcomed(socket(NODE));
                var mute = RawAgent.welcomed(socket(NEIGHBOUR))) {
            agents.rest(NODE);
            streams(NODE).open(new StreamRequest.Probe(80)).close();
            streams(NEIGHBOUR).open(new StreamRequest.Probe(80)).close();
            mute.awaitEnd();

            agents.wake(NODE);

            paused.read();
            paused.read();
            assertWorks(NODE, paused);
        }
    }

    @Test
    void bytesThatNobodyReadsAreBounded() throws IOException {
        try (var agent = RawAgent.welcomed(socket(NODE));
                var stream = streams(NODE).open(StreamRequest.Command.of("yes"))) {
            var number = agent.read().stream();
            agent.send(number, new AgentFrame.Opened());
            for (var i = 0; i < 4; i++) {
                agent.send(number, new AgentFrame.Data(new byte[AgentFrame.MAX_DATA]));
            }

            await().untilAsserted(() -> assertThat(stream.output().available()).isEqualTo(AgentFrame.OUTPUT_CREDIT));
        }
    }

    private AgentStreams streams(String node) {
        return new AgentStreams(agents, node, () -> {});
    }

    private Path socket(String node) {
        return folder.resolve(node).resolve("agent.sock");
    }

    private void assertWorks(String node, RawAgent agent) throws IOException {
        try (var stream = streams(node).open(StreamRequest.Command.of("id"))) {
            var number = agent.read().stream();
            agent.send(number, new AgentFrame.Opened());
            agent.send(number, new AgentFrame.Data("root".getBytes(UTF_8)));
            agent.send(number, new AgentFrame.End());
            agent.send(number, new AgentFrame.Exit(3));

            assertThat(stream.output().readAllBytes()).asString(UTF_8).isEqualTo("root");
            assertThat(stream.exitStatus(SOON)).isEqualTo(3);
        }
    }
}
