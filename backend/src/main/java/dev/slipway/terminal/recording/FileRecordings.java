package dev.slipway.terminal.recording;

import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Recordings that are stored as files on the disk. */
@Service
class FileRecordings implements Recordings {
    /** Maximum number of characters of a marker's label: as many as fit into the player's list of chapters. */
    private static final int LONGEST_LABEL = 160;

    private final RecordingFolder folder;
    private final TapeWriter writer;
    private final RecordingProperties properties;

    FileRecordings(RecordingFolder folder, TapeWriter writer, RecordingProperties properties) {
        this.folder = folder;
        this.writer = writer;
        this.properties = properties;
    }

    @Override
    public Optional<String> consent() {
        var days = Long.toString(properties.retention().toDays());
        return properties.enabled() ? Optional.of(properties.consent().replace("{days}", days)) : Optional.empty();
    }

    @Override
    public List<Recording> of(SandboxId sandbox) {
        return folder.of(sandbox);
    }

    @Override
    public Optional<Cast> open(RecordingId id) {
        return folder.find(id).map(recording -> {
            try {
                var path = folder.path(id);
                return new FileCast(recording, path, CastReader.wholeLength(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @Override
    public void mark(SandboxId sandbox, String label) {
        var line = label.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
        writer.mark(sandbox, line.length() <= LONGEST_LABEL ? line : line.substring(0, LONGEST_LABEL - 1) + "…");
    }
}
