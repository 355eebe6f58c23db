package dev.slipway.lab.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses CommonMark with tables and the blocks of the lab format. Thread-safe. */
final class PageSyntax {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customBlockParserFactory(Directive.factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(40)
            .build();

    private PageSyntax() {}

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var child = Optional.ofNullable(parent.getFirstChild());
                child.isPresent();
                child = child.map(Node::getNext)) {
            children.add(child.get());
        }
        return children;
    }

    static Optional<Heading> firstHeading(Node document) {
        return children(document).stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .findFirst();
    }

    /** Returns the text of a node without markup. */
    static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                text.append(literal.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString().strip();
    }
}
