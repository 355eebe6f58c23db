package dev.slipway.sandbox.request;

import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Accepted, refused and waiting requests for sandboxes. */
class SandboxRequestTest extends SandboxModuleTest {

    @Override
    protected String[] settings(Path folder) {
        return new String[] {"--slipway.sandbox.max-total=2", "--slipway.sandbox.max-per-owner=2"};
    }

    @Test
    void givesAnAttemptOneSandbox() {
        var request = aRequest();

        var first = running.sandboxes().request(request);
        var second = running.sandboxes().request(request);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesMoreThanOnePersonMayHave() {
        var owner = new AccountId(UUID.randomUUID());
        running.sandboxes().request(aRequest(owner));
        running.sandboxes().request(aRequest(owner));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().request(aRequest(owner)))
                .extracting(UserFacingException::code)
                .isEqualTo(SandboxError.SANDBOX_LIMIT_REACHED);
    }

    @Test
    void queuesHonestlyAndLetsTheNextInWhenAPlaceIsFree() {
        var first = running.sandboxes().request(aRequest());
        awaitState(first, Ready.class);
        awaitState(running.sandboxes().request(aRequest()), Ready.class);
        running.clock().advance(Duration.ofSeconds(1));
        var third = running.sandboxes().request(aRequest());
        running.clock().advance(Duration.ofSeconds(1));
        var fourth = running.sandboxes().request(aRequest());
        assertThat(find(third).state()).isEqualTo(new Requested(1));
        assertThat(find(fourth).state()).isEqualTo(new Requested(2));

        running.sandboxes().end(first.id(), EndReason.ENDED_BY_LEARNER);

        awaitState(third, Ready.class);
        assertThat(find(fourth).state()).isEqualTo(new Requested(1));
    }

    @Test
    void whoGivesUpWaitingIsOverAtOnceAndTheOthersMoveUp() {
        readySandbox();
        readySandbox();
        running.clock().advance(Duration.ofSeconds(1));
        var second = running.sandboxes().request(aRequest());
        running.clock().advance(Duration.ofSeconds(1));
        var third = running.sandboxes().request(aRequest());
        assertThat(find(third).state()).isEqualTo(new Requested(2));

        running.sandboxes().end(second.id(), EndReason.ENDED_BY_LEARNER);

        assertThat(find(second).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
        await().until(() -> running.announced().contains(new Requested(1)));
        assertThat(find(third).state()).isEqualTo(new Requested(1));
    }

    @Test
    void aPlaceThatAFailureFreesGoesToTheNextAtOnce() throws InterruptedException {
        readySandbox();
        var hanging = hangAt("createNode");
        running.sandboxes().request(aRequest());
        hanging.await();
        var next = running.sandboxes().request(aRequest());

        refuse();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(find(next).state()).isEqualTo(new Ready()));
    }

    @Test
    void takesAllChangesThatComeAtOnce() throws InterruptedException {
        var sandbox = readySandbox();
        var before = sandbox.leaseEnds().orElseThrow();
        var minute = Duration.ofMinutes(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = Collections.<Callable<Sandbox>>nCopies(
                    20, () -> running.sandboxes().extend(sandbox.id(), minute));
            assertThat(threads.invokeAll(changes))
                    .allSatisfy(change -> assertThat(change.state())
                            .as(() -> String.valueOf(change.exceptionNow()))
                            .isEqualTo(Future.State.SUCCESS));
        }

        assertThat(find(sandbox).leaseEnds()).contains(before.plus(minute.multipliedBy(20)));
    }
}
