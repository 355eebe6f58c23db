package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Turns bytes that come in chunks into text. A character whose bytes are not all there waits for the next chunk; bytes
 * that are no UTF-8 become U+FFFD. Not for use by several threads at once.
 */
final class Utf8Chunks {
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer held = ByteBuffer.allocate(0);

    /** The text of a chunk, as far as it is complete. */
    String add(ByteBuffer chunk) {
        return decode(chunk, false);
    }

    /** What was held back, and will never be complete. */
    String end() {
        var text = decode(ByteBuffer.allocate(0), true);
        decoder.reset();
        return text;
    }

    private String decode(ByteBuffer chunk, boolean last) {
        var bytes = ByteBuffer.allocate(held.remaining() + chunk.remaining());
        bytes.put(held).put(chunk).flip();
        // Each byte gives one character at most, and the decoder may have to say that its end is malformed.
        var text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, last);
        if (last) {
            decoder.flush(text);
        }
        held = bytes.slice();
        return text.flip().toString();
    }
}
