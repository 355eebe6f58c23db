package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes UTF-8 that arrives in chunks. The decoder keeps the bytes of an incomplete character until the next chunk; it
 * replaces invalid bytes by U+FFFD. Not thread-safe.
 */
final class Utf8Chunks {
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer held = ByteBuffer.allocate(0);

    /** Returns the text of a chunk without an incomplete character at its end. */
    String add(ByteBuffer chunk) {
        return decode(chunk, false);
    }

    /** Returns the replacement for an incomplete character, if there is one, and resets the decoder. */
    String end() {
        var text = decode(ByteBuffer.allocate(0), true);
        decoder.reset();
        return text;
    }

    private String decode(ByteBuffer chunk, boolean last) {
        var bytes = ByteBuffer.allocate(held.remaining() + chunk.remaining());
        bytes.put(held).put(chunk).flip();
        // Each byte gives at most one character, plus one U+FFFD if the last character is incomplete.
        var text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, last);
        if (last) {
            decoder.flush(text);
        }
        held = bytes.slice();
        return text.flip().toString();
    }
}
