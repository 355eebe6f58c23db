package dev.slipway.check.assertion;

import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ValueType;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The syntax of an argument's text.
 *
 * @param words the words for the syntax in messages, such as "a container's name"
 * @param valid whether a text has this syntax after its variables were filled in
 * @param schema the JSON Schema of the text before its variables are filled in, as far as JSON Schema can express the
 *     syntax
 */
record Shape(String words, Predicate<String> valid, Map<String, Object> schema) {
    private static final int MAX_TEXT = 2000;
    private static final int MAX_PATTERN = 500;
    private static final int MAX_PATH = 1024;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]*");

    static final Shape TEXT = text("a text", MAX_TEXT, text -> true);
    static final Shape CONTAINER = text("a container's name", 200, matching("[a-zA-Z0-9][a-zA-Z0-9_.-]{1,127}"));
    static final Shape OBJECT = text("a name", 200, matching("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}"));
    static final Shape IMAGE =
            text("an image's name", 255, text -> ImageName.parse(text).isPresent());
    static final Shape KEY = text("a key", 300, matching("[^\\p{Cntrl}=]+"));
    static final Shape PATH = text(
            "an absolute path",
            MAX_PATH,
            matching("/.*").and(text -> PRINTABLE.matcher(text).matches()));
    static final Shape URL_PATH =
            text("the path of a URL, from its first slash", MAX_PATH, matching("/[\\x21-\\x7e&&[^#]]{0,1023}"));
    static final Shape REPOSITORY = text("a repository's name", 255, matching("[a-z0-9]+([._/-]+[a-z0-9]+)*"));
    static final Shape HOST = text("a host's name", 255, matching("[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,252}[a-zA-Z0-9])?"));
    static final Shape COMMAND = text("a command", 1000, matching("[^\\x00]+"));
    static final Shape PATTERN = text("a regular expression", MAX_PATTERN, Shape::compiles);
    static final Shape FLAG =
            new Shape("true or false", text -> text.equals("true") || text.equals("false"), Map.of("type", "boolean"));
    static final Shape PORT = number(1, 65535);

    private static Shape text(String words, int most, Predicate<String> valid) {
        return new Shape(
                words,
                text -> text.length() <= most && valid.test(text),
                Map.of("type", "string", "minLength", 1, "maxLength", most));
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    private static boolean compiles(String regex) {
        try {
            return Pattern.compile(regex).pattern().length() <= MAX_PATTERN;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    static Shape number(int from, int to) {
        return new Shape(
                "a number from " + from + " to " + to,
                text -> NUMBER.matcher(text).matches()
                        && Integer.parseInt(text) >= from
                        && Integer.parseInt(text) <= to,
                Map.of("type", "integer", "minimum", from, "maximum", to));
    }

    static Shape oneOf(Collection<String> words) {
        var sorted = words.stream().sorted().toList();
        return new Shape("one of " + sorted, words::contains, Map.of("type", "string", "enum", sorted));
    }

    /** Returns the shape of a value that an author writes to compare it with values of this type. */
    static Shape value(ValueType type) {
        return new Shape(
                "a " + type.words(),
                text -> switch (type) {
                    case TEXT, ANSWER -> true;
                    case NUMBER, SIZE, DURATION -> type.number(text).isPresent();
                    case IMAGE -> ImageName.parse(text).isPresent();
                    case MODE -> Pattern.matches("[0-7]{3,4}", text);
                    case PORT -> Pattern.matches("[0-9]{1,5}(/(tcp|udp|sctp))?", text);
                },
                Map.of());
    }
}
