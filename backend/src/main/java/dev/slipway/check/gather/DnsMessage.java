package dev.slipway.check.gather;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes DNS queries for the IPv4 addresses of a name and decodes the responses. Implements only the part of DNS over
 * TCP (RFC 1035) that checks need.
 */
final class DnsMessage {
    /** Id of each query. Any number works, because each connection carries only one query. */
    private static final int ID = 0x51;

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int TYPE_A = 1;
    private static final int CLASS_IN = 1;
    private static final int ADDRESS_LENGTH = 4;
    private static final int POINTER = 0xc0;
    /** Maximum number of addresses that are read from a response: more than any lab uses. */
    private static final int MAX_ADDRESSES = 50;

    private DnsMessage() {}

    /** Returns a query, preceded by its length as DNS over TCP requires. */
    static byte[] query(String name) throws IOException {
        var message = new ByteArrayOutputStream();
        var out = new DataOutputStream(message);
        out.writeShort(ID);
        out.writeShort(RECURSION_DESIRED);
        out.writeShort(1);
        out.writeShort(0);
        out.writeInt(0);
        for (var label : List.of(name.split("\\.", -1))) {
            var bytes = label.getBytes(StandardCharsets.US_ASCII);
            out.writeByte(Math.min(bytes.length, 63));
            out.write(bytes, 0, Math.min(bytes.length, 63));
        }
        out.writeByte(0);
        out.writeShort(TYPE_A);
        out.writeShort(CLASS_IN);
        var framed = new ByteArrayOutputStream();
        new DataOutputStream(framed).writeShort(message.size());
        message.writeTo(framed);
        return framed.toByteArray();
    }

    /**
     * Returns the addresses in a response, sorted.
     *
     * @throws IOException if the bytes are not a response to the query
     */
    static List<String> addresses(byte[] answer) throws IOException {
        try {
            var in = ByteBuffer.wrap(answer);
            var id = in.getShort();
            in.getShort();
            var questions = Short.toUnsignedInt(in.getShort());
            var answers = Short.toUnsignedInt(in.getShort());
            in.getInt();
            if (id != ID) {
                throw new IOException("not an answer to the question");
            }
            for (var i = 0; i < questions; i++) {
                skipName(in);
                in.getInt();
            }
            return records(in, answers);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("not an answer of a name server", e);
        }
    }

    private static List<String> records(ByteBuffer in, int answers) {
        var addresses = new ArrayList<String>();
        for (var i = 0; i < answers && addresses.size() < MAX_ADDRESSES; i++) {
            skipName(in);
            var type = in.getShort();
            in.getShort();
            in.getInt();
            var data = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(data);
            if (type == TYPE_A && data.length == ADDRESS_LENGTH) {
                addresses.add("%d.%d.%d.%d".formatted(data[0] & 0xff, data[1] & 0xff, data[2] & 0xff, data[3] & 0xff));
            }
        }
        return addresses.stream().sorted().toList();
    }

    private static void skipName(ByteBuffer in) {
        for (var length = Byte.toUnsignedInt(in.get()); length != 0; length = Byte.toUnsignedInt(in.get())) {
            if (length >= POINTER) {
                in.get();
                return;
            }
            in.position(in.position() + length);
        }
    }
}
