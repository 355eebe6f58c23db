package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.RecordingId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of an <a href="https://docs.asciinema.org/manual/asciicast/v3/">asciicast v3</a>: a header, then events and
 * comments. Each event has the time since the previous event.
 */
final class CastLine {
    /** Last line of a recording that has ended. It is a comment, which players skip. */
    static final String END = "# ended";

    private static final int MICROS = 1_000_000;
    private static final String TYPE = "xterm-256color";

    private CastLine() {}

    static byte[] header(RecordingId id, TerminalSize size) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("cols", size.columns());
        term.put("rows", size.rows());
        term.put("type", TYPE);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("version", 3);
        header.put("term", term);
        header.put("timestamp", id.startedAt().getEpochSecond());
        header.put("title", id.terminal().node() + ", terminal " + id.terminal().number());
        return line(JsonMapper.shared().writeValueAsString(header));
    }

    /** @param interval microseconds since the previous event */
    static byte[] event(long interval, char code, String data) {
        var text = new StringBuilder(data.length() + data.length() / 8 + 32);
        text.append('[').append(seconds(interval)).append(", \"").append(code).append("\", \"");
        JsonStringEncoder.getInstance().quoteAsString(data, text);
        return line(text.append("\"]").toString());
    }

    static byte[] end() {
        return line(END);
    }

    static String size(TerminalSize size) {
        return size.columns() + "x" + size.rows();
    }

    /** Formats microseconds as seconds with six digits. */
    static String seconds(long micros) {
        var fraction = Long.toString(micros % MICROS + MICROS);
        return micros / MICROS + "." + fraction.substring(1);
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(UTF_8);
    }
}
