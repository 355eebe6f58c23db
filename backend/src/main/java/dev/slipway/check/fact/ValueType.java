package dev.slipway.check.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of a value. It defines when a value that an author writes equals a value that an engine reports, even if
 * they are written in different ways.
 */
public enum ValueType {
    TEXT("text"),
    /** A decimal number. */
    NUMBER("number"),
    /** A number of bytes, or a number with a unit as the command line accepts it: {@code 256m}. */
    SIZE("size such as 256m"),
    /** A number of nanoseconds, or a number with a unit: {@code 10s}. */
    DURATION("time such as 10s"),
    /** An image's name, which may be written in several ways. */
    IMAGE("name of an image"),
    /** A container's port with its protocol; the protocol is TCP if none is given. */
    PORT("port such as 80 or 53/udp"),
    /** A text that a person types: case and surrounding blanks do not matter. */
    ANSWER("text, whose case does not matter"),
    /** Permissions of a file. */
    MODE("mode such as \"0644\"");

    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)([a-z]{0,2})");
    private static final Map<String, BigDecimal> BYTES = Map.of(
            "", BigDecimal.ONE,
            "b", BigDecimal.ONE,
            "k", BigDecimal.valueOf(1L << 10),
            "m", BigDecimal.valueOf(1L << 20),
            "g", BigDecimal.valueOf(1L << 30));
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "", BigDecimal.ONE,
            "ms", BigDecimal.valueOf(1_000_000L),
            "s", BigDecimal.valueOf(1_000_000_000L),
            "m", BigDecimal.valueOf(60_000_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000_000L));

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** Returns a description of the values that an author can write. */
    public String words() {
        return words;
    }

    /** Returns whether the values have an order. */
    public boolean isOrdered() {
        return this == NUMBER || this == SIZE || this == DURATION;
    }

    /** Returns the value as a number; empty if it is not a number. */
    public Optional<BigDecimal> number(String value) {
        return switch (this) {
            case NUMBER, TEXT, IMAGE, PORT, MODE, ANSWER -> quantity(value, Map.of("", BigDecimal.ONE));
            case SIZE -> quantity(value, BYTES);
            case DURATION -> quantity(value, NANOS);
        };
    }

    private static Optional<BigDecimal> quantity(String value, Map<String, BigDecimal> units) {
        var matcher = QUANTITY.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        var unit = units.getOrDefault(matcher.group(2), BigDecimal.ONE);
        return Optional.of(new BigDecimal(matcher.group(1)).multiply(unit).stripTrailingZeros());
    }

    /** Returns the same text for all values with the same meaning. */
    public String canonical(String value) {
        return switch (this) {
            case TEXT -> value;
            case NUMBER, SIZE, DURATION ->
                number(value).map(BigDecimal::toPlainString).orElse(value);
            case IMAGE -> ImageName.parse(value).map(ImageName::toString).orElse(value);
            case PORT -> value.contains("/") ? value : value + "/tcp";
            case ANSWER -> value.strip().toLowerCase(Locale.ROOT);
            case MODE -> value.length() == 3 ? "0" + value : value;
        };
    }

    /** Returns the value in the notation that people use, such as {@code 256m}. */
    public String shown(String value) {
        return switch (this) {
            case TEXT, ANSWER -> value;
            case IMAGE, PORT, MODE -> canonical(value);
            case NUMBER -> canonical(value);
            case SIZE -> number(value).map(n -> inUnit(n, BYTES, "g", "m", "k")).orElse(value);
            case DURATION ->
                number(value).map(n -> inUnit(n, NANOS, "h", "m", "s", "ms")).orElse(value);
        };
    }

    /** Returns the number in the largest of these units that is not larger than the number. */
    private static String inUnit(BigDecimal number, Map<String, BigDecimal> units, String... largestFirst) {
        for (var unit : largestFirst) {
            var one = units.getOrDefault(unit, BigDecimal.ONE);
            if (number.compareTo(one) >= 0) {
                return number.divide(one, 1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + unit;
            }
        }
        return number.toPlainString();
    }
}
