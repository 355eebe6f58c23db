package dev.slipway.lab.markdown;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.Page;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Reads a page and finds its problems. */
public final class PageChecker {
    private static final Pattern WEB = Pattern.compile("(https?://|mailto:).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT_LINK = Pattern.compile("port:([a-z0-9-]+):([0-9]{1,5}|\\$\\{[A-Z0-9_]+})");

    private static final Set<String> SLOTS = Set.of("task", "quiz");

    private final PageContext context;
    private final String path;
    private final String file;
    private final String markdown;
    private final List<LabProblem> problems;
    private final PagePictures pictures;
    private final Map<String, SourcePosition> slots = new LinkedHashMap<>();
    private final Map<String, SourcePosition> questions = new LinkedHashMap<>();
    private final List<CodeText> code = new ArrayList<>();

    private PageChecker(PageContext context, String path, String file, String markdown, List<LabProblem> problems) {
        this.context = context;
        this.path = path;
        this.file = file;
        this.markdown = markdown;
        this.problems = problems;
        this.pictures = new PagePictures(context.files(), this::warn);
    }

    /**
     * The objects of a lab to which a page may refer.
     *
     * @param files returns the content of a path within the lab's folder
     * @param nearest finds the known word that the author probably meant
     */
    public record PageContext(
            Set<String> variables,
            Set<String> nodes,
            Set<String> tasks,
            Set<String> questions,
            Set<String> paths,
            Function<String, Optional<byte[]>> files,
            BiFunction<String, Collection<String>, Optional<String>> nearest) {
        String meant(String word, Collection<String> known) {
            return nearest.apply(word, known)
                    .map(found -> " Did you mean `" + found + "`?")
                    .orElse("");
        }
    }

    /**
     * A page that was read. Its problems are in the list that the caller passed.
     *
     * @param slots positions of the tasks on the page, by the task's id
     * @param questions positions of the questions, by the question's id
     * @param code the code blocks, each with the position of its first line
     */
    public record CheckedPage(
            Page page, Map<String, SourcePosition> slots, Map<String, SourcePosition> questions, List<CodeText> code) {
        public CheckedPage {
            code = List.copyOf(code);
        }
    }

    /** The text of a code block. */
    public record CodeText(String text, SourcePosition position) {}

    /**
     * Reads a page and adds its problems to {@code problems}.
     *
     * @param path the page's path within the lab's folder
     * @param file name of the page's file that problems show
     */
    public static CheckedPage check(
            String path, String file, String markdown, PageContext context, List<LabProblem> problems) {
        return new PageChecker(context, path, file, markdown, problems).check();
    }

    private CheckedPage check() {
        var id = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.md$", "");
        var document = PageSyntax.parse(markdown);
        var title = PageSyntax.firstHeading(document).map(PageSyntax::text).filter(text -> !text.isBlank());
        if (title.isEmpty()) {
            warn(1, 1, "page-title", "The page has no heading. The first heading is its title.", "# Publish a port");
        }
        checkVariables();
        document.accept(new Visitor());
        return new CheckedPage(new Page(id, title.orElse(id), markdown, pictures.found()), slots, questions, code);
    }

    private void checkVariables() {
        var line = 0;
        for (var text : markdown.split("\n", -1)) {
            line++;
            for (var name : Variables.namesIn(text)) {
                if (!context.variables().contains(name)) {
                    error(
                            line,
                            text.indexOf("${" + name + "}") + 1,
                            "unknown-variable",
                            "There is no variable " + name + " under `vars`."
                                    + context.meant(name, context.variables())
                                    + " A variable of the shell is written $${" + name + "}.",
                            "vars: {" + name + ": {random: word}}");
                }
            }
        }
    }

    private final class Visitor extends AbstractVisitor {
        @Override
        public void visit(CustomBlock block) {
            if (block instanceof Directive directive) {
                checkDirective(directive);
            }
            visitChildren(block);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            checkCode(block);
            var fence = position(block);
            code.add(new CodeText(block.getLiteral(), new SourcePosition(fence.file(), fence.line() + 1, 1)));
        }

        @Override
        public void visit(Image image) {
            checkImage(image);
        }

        @Override
        public void visit(Link link) {
            checkLink(link);
            visitChildren(link);
        }

        @Override
        public void visit(org.commonmark.node.Paragraph paragraph) {
            if (PageSyntax.text(paragraph).startsWith(":::")) {
                error(
                        paragraph,
                        "unknown-block",
                        "This looks like a block but is not one. A block begins at the margin, on a line of its own;"
                                + " a box cannot be in a box.",
                        ":::task{id=publish}");
            }
            visitChildren(paragraph);
        }
    }

    private void checkDirective(Directive directive) {
        switch (directive.name()) {
            case "task" -> checkSlot(directive, "task", context.tasks(), slots);
            case "quiz" -> checkSlot(directive, "question", context.questions(), questions);
            case "note", "hint" -> {
                if (!directive.isClosed()) {
                    error(directive, "unclosed-block", "The box is never closed. End it with a line `:::`.", ":::");
                }
            }
            case "" -> {
                var previous = directive.getPrevious();
                if (!(previous instanceof Directive before && SLOTS.contains(before.name()))) {
                    error(directive, "unknown-block", "There is no open box that this line could close.", ":::note");
                }
            }
            default ->
                error(
                        directive,
                        "unknown-block",
                        "There is no block `" + directive.name() + "`. The blocks are: task, quiz, note, hint.",
                        ":::note");
        }
    }

    /**
     * Checks the place of a task or a question.
     *
     * @param kind {@code task} or {@code question}
     */
    private void checkSlot(
            Directive directive, String kind, Set<String> known, Map<String, SourcePosition> placedAlready) {
        var id = directive.attributes().getOrDefault("id", "");
        if (!known.contains(id)) {
            var meant = context.nearest()
                    .apply(id, known)
                    .or(() -> known.stream().sorted().findFirst())
                    .orElse("publish");
            error(
                    directive,
                    "unknown-" + kind,
                    id.isEmpty()
                            ? "Name the " + kind + " that is shown here."
                            : "There is no " + kind + " `" + id + "` in lab.yaml." + context.meant(id, known),
                    ":::" + directive.name() + "{id=" + meant + "}");
        } else if (placedAlready.putIfAbsent(id, position(directive)) != null) {
            warn(
                    directive,
                    "duplicate-slot",
                    "The " + kind + " `" + id + "` is on this page twice.",
                    ":::" + directive.name() + "{id=" + id + "}");
        }
    }

    private void checkCode(FencedCodeBlock code) {
        var info = CodeInfo.parse(Optional.ofNullable(code.getInfo()).orElse(""));
        for (var attribute : info.attributes().entrySet()) {
            switch (attribute.getKey()) {
                case "run" -> {
                    if (!context.nodes().contains(attribute.getValue())) {
                        error(
                                code,
                                "unknown-node",
                                "There is no node `" + attribute.getValue() + "` on which this could run. There are: "
                                        + nodes() + ".",
                                "```bash {run=" + firstNode() + "}");
                    }
                }
                case "copy" -> {}
                default ->
                    error(
                            code,
                            "unknown-attribute",
                            "A code block cannot have `" + attribute.getKey()
                                    + "`. The attributes are: run=NODE, copy.",
                            "```bash {copy}");
            }
        }
        Optional<Block> parent = Optional.ofNullable(code.getParent());
        var onTop = parent.filter(p -> p instanceof Document || p instanceof Directive)
                .isPresent();
        if (!onTop && !info.attributes().isEmpty()) {
            warn(
                    code,
                    "nested-code",
                    "A code block in a list or quotation has no buttons. Move it to the margin.",
                    "```bash {copy}");
        }
    }

    private void checkImage(Image image) {
        if (PageSyntax.text(image).isBlank()) {
            warn(
                    image,
                    "alt-text",
                    "The picture has no alternative text for people who cannot see it.",
                    "![Port 8080 of the node leads to port 80 of the container](" + image.getDestination() + ")");
        }
        var path = resolve(image.getDestination());
        pictures.check(image, path, context.meant(path.orElse(""), context.paths()));
    }

    private void checkLink(Link link) {
        var address = link.getDestination();
        if (WEB.matcher(address).matches() || address.startsWith("#")) {
            return;
        }
        var port = PORT_LINK.matcher(address);
        if (port.matches()) {
            if (!context.nodes().contains(port.group(1))) {
                error(
                        link,
                        "unknown-node",
                        "There is no node `" + port.group(1) + "`. There are: " + nodes() + ".",
                        "[open the app](port:" + firstNode() + ":8080)");
            }
            return;
        }
        if (address.startsWith("port:")) {
            error(
                    link,
                    "port-link",
                    "A link to a port must name a node and its port; this one is " + address + ".",
                    "[open the app](port:" + firstNode() + ":8080)");
            return;
        }
        var target = resolve(address.replaceAll("#.*$", ""));
        if (target.filter(context.paths()::contains).isEmpty()) {
            warn(
                    link,
                    "broken-link",
                    "The link leads to " + address + ", which is not in the lab."
                            + context.meant(target.orElse(address), context.paths()),
                    "[next](20-next.md)");
        }
    }

    private String nodes() {
        return context.nodes().stream().sorted().collect(Collectors.joining(", "));
    }

    private String firstNode() {
        return context.nodes().stream().sorted().findFirst().orElse("node1");
    }

    /**
     * Returns the path within the lab's folder to which a relative address leads; empty if the address is absolute or
     * invalid.
     */
    private Optional<String> resolve(String address) {
        try {
            var target = Path.of("/", path).resolveSibling(address).normalize();
            return Optional.of(target.toString().substring(1)).filter(found -> !address.startsWith("/"));
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private SourcePosition position(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty()
                ? new SourcePosition(file, 1, 1)
                : new SourcePosition(
                        file,
                        spans.getFirst().getLineIndex() + 1,
                        spans.getFirst().getColumnIndex() + 1);
    }

    private void error(Node node, String rule, String message, String example) {
        problems.add(new LabProblem(position(node), Severity.ERROR, rule, message, example));
    }

    private void error(int line, int column, String rule, String message, String example) {
        problems.add(new LabProblem(new SourcePosition(file, line, column), Severity.ERROR, rule, message, example));
    }

    private void warn(Node node, String rule, String message, String example) {
        problems.add(new LabProblem(position(node), Severity.WARNING, rule, message, example));
    }

    private void warn(int line, int column, String rule, String message, String example) {
        problems.add(new LabProblem(new SourcePosition(file, line, column), Severity.WARNING, rule, message, example));
    }
}
