package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.RecordingProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the events of one tape into the recording's file. Only the thread of {@link TapeWriter} uses a reel. */
final class Reel {
    private static final Logger log = LoggerFactory.getLogger(Reel.class);

    /** Bytes reserved for the marker that gives the reason why a recording ended. */
    private static final int LAST_WORDS = 256;

    private static final long MICROS_PER_MILLI = 1000;
    private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

    final Tape tape;
    private final RecordingFolder folder;
    private final RecordingProperties limits;
    private final Utf8Chunks text = new Utf8Chunks();
    private @Nullable CastFile file;
    private @Nullable TerminalSize size;
    private long room;
    private boolean ended;

    Reel(Tape tape, RecordingFolder folder, RecordingProperties limits) {
        this.tape = tape;
        this.folder = folder;
        this.limits = limits;
    }

    /** Writes the queued events. Returns false if the recording has ended. */
    boolean turn() {
        try {
            var events = tape.take();
            if (!events.isEmpty()) {
                write(events);
            }
        } catch (IOException | UncheckedIOException failure) {
            log.warn("recording stopped terminal={} cause={}", tape.terminal(), failure.toString());
            tape.abandon();
        }
        if (tape.isDone()) {
            close();
            return false;
        }
        return true;
    }

    void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failure) {
            log.warn("recording not closed terminal={} cause={}", tape.terminal(), failure.toString());
        }
        file = null;
    }

    private void write(List<TapeEvent> events) throws IOException {
        var cast = file == null ? open(events.getFirst()) : file;
        file = cast;
        var others = folder.bytes(tape.terminal().sandbox()) - cast.length();
        room = Math.min(limits.maxSize().toBytes(), limits.maxSizePerSandbox().toBytes() - others) - LAST_WORDS;
        var free = folder.free();
        for (var event : events) {
            if (ended) {
                break;
            }
            if (free < limits.keepFree().toBytes()) {
                log.warn("recording ended, too little disk left terminal={} free={}", tape.terminal(), free);
                end(cast, event.at(), "recording ended: the disk is nearly full");
            } else {
                write(cast, event);
            }
        }
        cast.flush();
    }

    private CastFile open(TapeEvent first) throws IOException {
        var earlier = folder.latest(tape.terminal()).map(Recording::id);
        if (earlier.isPresent()) {
            var path = folder.path(earlier.get());
            if (CastReader.wholeLength(path) > 0 && !CastReader.hasEnded(path)) {
                var cast = CastFile.goOn(path, earlier.get());
                cast.add(first.at(), cast.line(first.at(), 'm', "recording continued"));
                return cast;
            }
        }
        var started = Instant.ofEpochMilli(first.at() / MICROS_PER_MILLI);
        while (earlier.isPresent() && !started.isAfter(earlier.get().startedAt())) {
            started = earlier.get().startedAt().plusMillis(1);
        }
        var id = new RecordingId(tape.terminal(), started);
        size = first instanceof TapeEvent.Resized atStart ? atStart.size() : USUAL_SIZE;
        return CastFile.begin(folder.make(id), id, size);
    }

    private void write(CastFile cast, TapeEvent event) throws IOException {
        switch (event) {
            case TapeEvent.Output(long at, var bytes) -> add(cast, at, 'o', text.add(bytes));
            case TapeEvent.Resized(long at, var newSize) -> {
                if (!newSize.equals(size)) {
                    size = newSize;
                    add(cast, at, 'r', CastLine.size(newSize));
                }
            }
            case TapeEvent.Marked(long at, var label) -> add(cast, at, 'm', label);
            case TapeEvent.Lost(long at, long count) -> {
                add(cast, at, 'o', text.end());
                add(cast, at, 'm', count + " bytes not recorded");
            }
            case TapeEvent.Paused(long at) -> add(cast, at, 'o', text.end());
            case TapeEvent.Ended(long at, var status) -> {
                add(cast, at, 'o', text.end());
                if (status.isPresent()) {
                    add(cast, at, 'x', Integer.toString(status.getAsInt()));
                }
                if (!ended) {
                    cast.end();
                }
            }
        }
    }

    private void add(CastFile cast, long at, char code, String data) throws IOException {
        if (ended || (code == 'o' && data.isEmpty())) {
            return;
        }
        var line = cast.line(at, code, data);
        if (cast.length() + line.length > room) {
            end(cast, at, "recording ended: it has become too long");
            return;
        }
        cast.add(at, line);
    }

    private void end(CastFile cast, long at, String why) throws IOException {
        cast.add(at, cast.line(at, 'm', why));
        cast.end();
        ended = true;
        tape.abandon();
    }
}
