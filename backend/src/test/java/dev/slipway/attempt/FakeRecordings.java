package dev.slipway.attempt;

import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.Recordings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Recordings that a test defines; markers are stored for assertions. */
public final class FakeRecordings implements Recordings {
    /** Content of each recording, in version 3 and in version 2. */
    public static final String CONTENT = "{\"version\":3,\"term\":{\"cols\":80,\"rows\":24}}\n";

    private final List<Recording> recorded = new CopyOnWriteArrayList<>();
    private final List<String> markers = new CopyOnWriteArrayList<>();

    public void add(Recording recording) {
        recorded.add(recording);
    }

    /** Action that runs before each marker is added. */
    volatile Runnable beforeMark = () -> {};

    /** Returns the markers, in a form such as {@code abcd1234 passed: Title}. */
    List<String> markers() {
        return List.copyOf(markers);
    }

    @Override
    public Optional<String> consent() {
        return Optional.empty();
    }

    @Override
    public List<Recording> of(SandboxId sandbox) {
        return recorded.stream()
                .filter(recording -> recording.id().terminal().sandbox().equals(sandbox))
                .toList();
    }

    @Override
    public Optional<Cast> open(RecordingId id) {
        return recorded.stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .map(FakeCast::new);
    }

    @Override
    public void mark(SandboxId sandbox, String label) {
        beforeMark.run();
        markers.add(sandbox + " " + label);
    }

    /** Cast with the same content for each recording. */
    public record FakeCast(Recording recording) implements Cast {
        @Override
        public long length() {
            return CONTENT.length();
        }

        @Override
        public InputStream v3() {
            return new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public InputStream v2() {
            return new ByteArrayInputStream("{\"version\":2}\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
