package dev.slipway.preview.proxy;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreamView;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Stream whose output must begin with {@code HTTP/}, as an HTTP response does. Reading fails at the first byte that
 * differs; otherwise, if a port answered in another protocol, the proxy would wait for the end of a line that may never
 * come. Only the reading thread uses this stream.
 */
final class PrefixedStream extends NodeStreamView {
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    /** First byte of a TLS alert record. A TLS server answers plain text with such a record. */
    private static final int TLS_ALERT = 0x15;

    private final Guard output;

    /** Thrown when the port answers in another protocol. */
    static final class NotHttpException extends IOException {
        private final boolean tls;

        NotHttpException(boolean tls) {
            super("the answer does not begin with HTTP/");
            this.tls = tls;
        }

        boolean isTls() {
            return tls;
        }
    }

    PrefixedStream(NodeStream stream) {
        super(stream);
        this.output = new Guard(stream.output());
    }

    @Override
    public InputStream output() {
        return output;
    }

    private static final class Guard extends FilterInputStream {
        private int seen;

        Guard(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            if (next >= 0) {
                look(next);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = in.read(bytes, offset, length);
            for (var i = 0; i < count && seen < HTTP.length; i++) {
                look(bytes[offset + i]);
            }
            return count;
        }

        private void look(int next) throws IOException {
            if (seen < HTTP.length) {
                if (next != HTTP[seen]) {
                    throw new NotHttpException(seen == 0 && next == TLS_ALERT);
                }
                seen++;
            }
        }
    }
}
