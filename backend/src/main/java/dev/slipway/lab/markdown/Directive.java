package dev.slipway.lab.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * A block of the lab format: {@code :::task{id=…}} on one line, or a box from {@code :::note} to {@code :::}. A
 * directive is on the top level of a page; the directive of a task or question may also be in a box. A {@code :::}
 * alone is a directive without a name.
 */
final class Directive extends CustomBlock {
    private static final Pattern LINE = Pattern.compile(":::([a-z]*)\\s*(\\{[^}]*})?\\s*");
    private static final Set<String> BOXES = Set.of("note", "hint");

    private final String name;
    private final Map<String, String> attributes;
    private boolean closed;

    private Directive(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    boolean isBox() {
        return BOXES.contains(name);
    }

    boolean isClosed() {
        return closed;
    }

    static BlockParserFactory factory() {
        return Directive::tryStart;
    }

    private static @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var parent = outsideOfList(matched.getMatchedBlockParser().getBlock());
        if (state.getIndent() >= Parser.CODE_INDENT
                || !(parent instanceof Document || (parent instanceof Directive box && box.isBox()))) {
            return BlockStart.none();
        }
        var line = LINE.matcher(rest(state));
        if (!line.matches()) {
            return BlockStart.none();
        }
        var directive = new Directive(
                line.group(1),
                Attributes.parse(line.group(2) == null ? "" : line.group(2)).values());
        if (parent instanceof Directive && directive.isBox()) {
            return BlockStart.none();
        }
        return BlockStart.of(new Parser(directive))
                .atIndex(state.getLine().getContent().length());
    }

    /**
     * Returns the matched block or, if that is a list, the block that contains the list. CommonMark keeps a list open
     * until a block begins that cannot be in a list, but a line at the margin belongs to no item of the list.
     */
    private static @Nullable Node outsideOfList(Block matched) {
        return matched instanceof ListBlock ? matched.getParent() : matched;
    }

    private static String rest(ParserState state) {
        return state.getLine()
                .getContent()
                .subSequence(
                        state.getNextNonSpaceIndex(),
                        state.getLine().getContent().length())
                .toString();
    }

    private static final class Parser extends AbstractBlockParser {
        /** The limit of CommonMark: a line with this indentation is code. */
        private static final int CODE_INDENT = 4;

        private final Directive directive;

        private Parser(Directive directive) {
            this.directive = directive;
        }

        @Override
        public Block getBlock() {
            return directive;
        }

        @Override
        public boolean isContainer() {
            return directive.isBox();
        }

        @Override
        public boolean canContain(Block child) {
            return directive.isBox();
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (!directive.isBox()) {
                return BlockContinue.none();
            }
            var inCode = state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock;
            if (!inCode
                    && state.getIndent() < CODE_INDENT
                    && rest(state).strip().equals(":::")) {
                directive.closed = true;
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }
    }

    /**
     * The attributes in braces, such as {@code {run=node1 copy}}; an attribute without a value, such as {@code copy},
     * gets an empty value.
     */
    record Attributes(Map<String, String> values) {
        static Attributes parse(String braces) {
            var inner = braces.replace("{", "").replace("}", "").strip();
            var values = new java.util.LinkedHashMap<String, String>();
            for (var part : List.of(inner.split("[\\s,]+"))) {
                var equals = part.indexOf('=');
                if (!part.isEmpty()) {
                    values.put(
                            equals < 0 ? part : part.substring(0, equals),
                            equals < 0
                                    ? ""
                                    : part.substring(equals + 1)
                                            .replace("\"", "")
                                            .replace("'", ""));
                }
            }
            return new Attributes(java.util.Collections.unmodifiableMap(values));
        }
    }
}
