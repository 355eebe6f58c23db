package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions that thaw a frozen sandbox, and actions that do not. */
class ThawingTest extends SandboxModuleTest {

    @Test
    void theFirstKeyThawsAndArrives() throws IOException {
        var sandbox = readySandbox();
        try (var shell = streams().node(sandbox.id(), NODE).open(SHELL)) {
            freeze(sandbox);

            shell.input().write("x".getBytes(UTF_8));
            shell.input().flush();

            awaitThawed(sandbox);
            assertThat(shell.output().read()).isEqualTo('x');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "port"})
    void whatPeopleOpenThawsFirst(String what) {
        var sandbox = readySandbox();
        freeze(sandbox);

        streams()
                .node(sandbox.id(), NODE)
                .open(what.equals("shell") ? SHELL : new StreamRequest.Port(80))
                .close();

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(status(sandbox)).isEqualTo(Status.RUNNING);
    }

    @Test
    void thePlatformsOwnLooksDoNotThaw() {
        var sandbox = readySandbox();
        freeze(sandbox);

        for (var request : new StreamRequest[] {
            new StreamRequest.NodeEngine(), new StreamRequest.Probe(80), StreamRequest.Command.of("true")
        }) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> streams().node(sandbox.id(), NODE).open(request))
                    .extracting(UserFacingException::code)
                    .isEqualTo(SandboxError.SANDBOX_NOT_READY);
        }

        assertThat(status(sandbox)).isEqualTo(Status.PAUSED);
    }

    @Test
    void aKeyWhileItIsBeingFrozenThawsItAgain() throws InterruptedException {
        var sandbox = readySandbox();
        var pausing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        engine.beforeEachCall(call -> {
            if (call.equals("pauseNode")) {
                pausing.countDown();
                awaitLatch(goOn);
            }
        });
        running.clock().advance(IDLE);
        running.freezeIdle();
        pausing.await();

        running.sandboxes().active(sandbox.id());
        goOn.countDown();

        awaitThawed(sandbox);
    }

    @Test
    void manyKeysThawOnce() {
        var sandbox = readySandbox();
        freeze(sandbox);
        var unpaused = new AtomicInteger();
        engine.beforeEachCall(call -> {
            if (call.equals("unpauseNode")) {
                unpaused.incrementAndGet();
            }
        });

        for (var key = 0; key < 100; key++) {
            running.sandboxes().active(sandbox.id());
        }

        awaitThawed(sandbox);
        awaitIdle(sandbox);
        assertThat(unpaused).hasValue(1);
    }

    @Test
    void startsAFrozenNodeThatStoppedWithItsHostWhenItIsUsed() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.stopNode(container(sandbox));

        running.sandboxes().awaken(sandbox.id());

        assertThat(status(sandbox)).isEqualTo(Status.RUNNING);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void saysThatItCannotBeThawedAndTriesAgainWithTheNextKey() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.beforeEachCall(call -> {
            if (call.equals("unpauseNode")) {
                throw new EngineException(EngineException.Reason.UNREACHABLE, "no engine");
            }
        });
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().awaken(sandbox.id()));
        assertThat(find(sandbox).state()).isEqualTo(new Frozen());

        engine.beforeEachCall(call -> {});
        running.sandboxes().active(sandbox.id());

        awaitThawed(sandbox);
    }
}
