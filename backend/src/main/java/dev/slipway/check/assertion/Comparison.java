package dev.slipway.check.assertion;

import dev.slipway.check.fact.ValueType;
import dev.slipway.platform.BoundedText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A condition on one value. */
sealed interface Comparison {

    boolean holdsFor(String value);

    /** Returns the condition in the words that follow "it should", such as "be 8080". */
    String should();

    /** Returns the condition in the words that follow "it", such as "is 8080". */
    String is();

    record OneOf(ValueType type, List<String> values) implements Comparison {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holdsFor(String value) {
            var canonical = type.canonical(value);
            return values.stream().map(type::canonical).anyMatch(canonical::equals);
        }

        private String words() {
            var shown = values.stream().map(type::shown).collect(Collectors.joining(", "));
            return values.size() == 1 ? shown : "one of " + shown;
        }

        @Override
        public String should() {
            return "be " + words();
        }

        @Override
        public String is() {
            return "is " + words();
        }
    }

    record Contains(String text) implements Comparison {
        @Override
        public boolean holdsFor(String value) {
            return value.contains(text);
        }

        @Override
        public String should() {
            return "contain " + Excerpt.of(text, false);
        }

        @Override
        public String is() {
            return "contains " + Excerpt.of(text, false);
        }
    }

    record Matches(Pattern pattern) implements Comparison {
        @Override
        public boolean holdsFor(String value) {
            return pattern.matcher(new BoundedText(value)).find();
        }

        @Override
        public String should() {
            return "match the pattern " + pattern;
        }

        @Override
        public String is() {
            return "matches the pattern " + pattern;
        }
    }

    /** A lower or upper limit. */
    record Bound(ValueType type, boolean atLeast, String limit) implements Comparison {
        @Override
        public boolean holdsFor(String value) {
            var difference =
                    type.number(value).flatMap(number -> type.number(limit).map(number::compareTo));
            return difference.filter(sign -> atLeast ? sign >= 0 : sign <= 0).isPresent();
        }

        private String words() {
            return (atLeast ? "at least " : "at most ") + type.shown(limit);
        }

        @Override
        public String should() {
            return "be " + words();
        }

        @Override
        public String is() {
            return "is " + words();
        }
    }
}
