package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts asciicast v3 to <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast v2</a> while the caller
 * reads. In version 2, times count from the start of the recording, and there are no comments and no exit events. Not
 * thread-safe.
 */
final class Version2 extends InputStream {
    private final BufferedReader lines;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
    private boolean headed;
    private long time;

    Version2(InputStream version3) {
        this.lines = CastReader.lines(version3);
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return fill() ? current.read(bytes, offset, length) : -1;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Reads until there is a line to return. Returns false at the end of the content. */
    private boolean fill() throws IOException {
        while (current.available() == 0) {
            var line = lines.readLine();
            if (line == null) {
                return false;
            }
            var converted = headed ? event(line) : header(line);
            headed = true;
            if (converted != null) {
                current = new ByteArrayInputStream((converted + "\n").getBytes(UTF_8));
            }
        }
        return true;
    }

    private @Nullable String event(String line) {
        if (!CastReader.isEvent(line)) {
            return null;
        }
        time += CastReader.interval(line);
        var afterTime = line.indexOf(',');
        var isExit = line.startsWith("\"x\"", line.indexOf('"', afterTime));
        return isExit ? null : "[" + CastLine.seconds(time) + line.substring(afterTime);
    }

    private static String header(String line) {
        var header = JsonMapper.shared().readTree(line);
        Map<String, Object> converted = new LinkedHashMap<>();
        converted.put("version", 2);
        converted.put("width", header.at("/term/cols").asInt());
        converted.put("height", header.at("/term/rows").asInt());
        converted.put("timestamp", header.at("/timestamp").asLong());
        converted.put("title", header.at("/title").asString());
        converted.put("env", Map.of("TERM", header.at("/term/type").asString()));
        return JsonMapper.shared().writeValueAsString(converted);
    }
}
