package dev.slipway.proof.script;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes that keys send, by the names that solutions use for the keys. */
final class Keyboard {
    private static final Map<String, String> NAMED = Map.of(
            "enter", "\r",
            "tab", "\t",
            "esc", "\033",
            "space", " ",
            "backspace", "\177",
            "up", "\033[A",
            "down", "\033[B",
            "right", "\033[C",
            "left", "\033[D");

    private Keyboard() {}

    /**
     * Returns the bytes that these keys send.
     *
     * @param names names of keys, separated by spaces, such as {@code ctrl-p ctrl-q}
     */
    static String bytes(String names) {
        return Stream.of(names.split(" +")).map(Keyboard::key).collect(Collectors.joining());
    }

    private static String key(String name) {
        if (name.matches("ctrl-[a-z]")) {
            return String.valueOf((char) (name.charAt(5) - 'a' + 1));
        }
        if (name.length() == 1) {
            return name;
        }
        var named = NAMED.get(name);
        if (named == null) {
            throw new IllegalArgumentException("there is no key `" + name + "`. Keys are single characters, ctrl-a to"
                    + " ctrl-z, " + NAMED.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return named;
    }
}
