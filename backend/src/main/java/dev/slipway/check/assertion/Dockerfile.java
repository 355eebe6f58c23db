package dev.slipway.check.assertion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The instructions of a Dockerfile, in the order of the file. The syntax is that of the Dockerfile reference. Comments
 * and empty lines are ignored, also between the lines of an instruction that continues on the next line. A directive in
 * the first lines can set another escape character. The lines of here-documents after RUN, COPY and ADD belong to that
 * instruction.
 */
record Dockerfile(List<Instruction> instructions) {
    static final Set<String> WORDS = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    private static final Set<String> WITH_DOCUMENTS = Set.of("ADD", "COPY", "RUN");
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w+)\\s*=\\s*(\\S+)\\s*");
    private static final Pattern DOCUMENT = Pattern.compile("<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1");

    Dockerfile {
        instructions = List.copyOf(instructions);
    }

    /**
     * An instruction of a Dockerfile.
     *
     * @param word the first word in upper case, such as {@code RUN}
     * @param written the first word as it is written in the file
     * @param argument the text after the first word, with single blanks between its words, followed by the unchanged
     *     lines of its here-documents
     */
    record Instruction(String word, String written, String argument) {
        @Override
        public String toString() {
            return argument.isEmpty() ? word : word + " " + argument;
        }
    }

    static Dockerfile parse(String text) {
        var lines = new ArrayDeque<>(Arrays.asList(text.split("\r?\n", -1)));
        var escape = escape(lines);
        var instructions = new ArrayList<Instruction>();
        while (!lines.isEmpty()) {
            var line = logicalLine(lines, escape);
            if (!line.isEmpty()) {
                instructions.add(instruction(line, lines));
            }
        }
        return new Dockerfile(instructions);
    }

    private static String escape(Deque<String> lines) {
        for (var line : lines) {
            var directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) {
                return "\\";
            }
            if (directive.group(1).equalsIgnoreCase("escape")) {
                return directive.group(2);
            }
        }
        return "\\";
    }

    private static String logicalLine(Deque<String> lines, String escape) {
        var parts = new StringBuilder();
        while (!lines.isEmpty()) {
            var line = lines.removeFirst().strip();
            if (line.startsWith("#") || line.isEmpty()) {
                if (parts.isEmpty()) {
                    return "";
                }
                continue;
            }
            if (!line.endsWith(escape)) {
                return parts.append(line).toString();
            }
            parts.append(line, 0, line.length() - escape.length()).append(' ');
        }
        return parts.toString().strip();
    }

    private static Instruction instruction(String line, Deque<String> lines) {
        var words = line.split("\\s+", 2);
        var word = words[0].toUpperCase(Locale.ROOT);
        var argument = new StringBuilder(words.length > 1 ? words[1].strip().replaceAll("\\s+", " ") : "");
        if (WITH_DOCUMENTS.contains(word)) {
            var documents = DOCUMENT.matcher(argument.toString());
            while (documents.find()) {
                append(argument, lines, documents.group(2));
            }
        }
        return new Instruction(word, words[0], argument.toString());
    }

    private static void append(StringBuilder argument, Deque<String> lines, String end) {
        while (!lines.isEmpty()) {
            var line = lines.removeFirst();
            if (line.strip().equals(end)) {
                return;
            }
            argument.append('\n').append(line);
        }
    }
}
