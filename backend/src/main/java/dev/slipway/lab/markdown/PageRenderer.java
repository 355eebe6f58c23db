package dev.slipway.lab.markdown;

import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.PageBlock.Box.Kind;
import dev.slipway.lab.Picture;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.TaskId;
import dev.slipway.lab.Variables;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Converts Markdown to blocks whose HTML is safe for every input: the HTML passes an allow-list, and a page shows only
 * pictures that were checked when the lab was read.
 */
public final class PageRenderer {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern NODE_NAME = Pattern.compile("[a-z]([a-z0-9-]{0,30}[a-z0-9])?");
    private static final Pattern PORT_LINK = Pattern.compile("port:([a-z]([a-z0-9-]{0,30}[a-z0-9])?):([0-9]{1,5})");
    private static final Pattern PAGE_LINK = Pattern.compile("([A-Za-z0-9_-]+)\\.md(#.*)?");

    /**
     * Allows {@code class} only for the language of code blocks, and {@code href} only for addresses on the web, for
     * mail addresses, and for places within the page.
     */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "br",
                    "hr",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "del",
                    "kbd",
                    "sub",
                    "sup",
                    "a",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "dl",
                    "dt",
                    "dd",
                    "details",
                    "summary")
            .allowAttributes("href")
            .matching(Pattern.compile("(https?://[^\\s]+|mailto:[^\\s]+|#[A-Za-z0-9_-]+)"))
            .onElements("a")
            .allowAttributes("target")
            .matching(Pattern.compile("_blank"))
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[A-Za-z0-9+-]{1,20}"))
            .onElements("code")
            .allowAttributes("align")
            .matching(Pattern.compile("left|right|center"))
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .toFactory();

    /** Returns the blocks of a page in the order of the page, with the attempt's variables filled in. */
    public List<PageBlock> render(Page page, Map<String, String> variables) {
        var document = PageSyntax.parse(Variables.fill(page.markdown(), variables));
        return blocks(PageSyntax.children(document), page.pictures());
    }

    /** Renders a short text, without the blocks of the lab format, to sanitised HTML. */
    public String renderInline(String markdown, Map<String, String> variables) {
        return html(PageSyntax.children(PageSyntax.parse(Variables.fill(markdown, variables))), Map.of());
    }

    private static List<PageBlock> blocks(List<Node> nodes, Map<String, Picture> pictures) {
        var blocks = new ArrayList<PageBlock>();
        var prose = new ArrayList<Node>();
        for (var node : nodes) {
            var special = special(node, pictures);
            if (special.isEmpty()) {
                prose.add(node);
                continue;
            }
            flush(prose, pictures, blocks);
            blocks.addAll(special.get());
        }
        flush(prose, pictures, blocks);
        return List.copyOf(blocks);
    }

    private static void flush(List<Node> prose, Map<String, Picture> pictures, List<PageBlock> blocks) {
        var html = html(prose, pictures);
        if (!html.isBlank()) {
            blocks.add(new PageBlock.Prose(html));
        }
        prose.clear();
    }

    /**
     * Returns the blocks for a node that is not prose; empty if the node is prose. The list has no blocks if the page
     * shows nothing for the node.
     */
    private static Optional<List<PageBlock>> special(Node node, Map<String, Picture> pictures) {
        return switch (node) {
            case FencedCodeBlock code -> Optional.of(List.of(code(code)));
            case Directive directive -> Optional.of(directive(directive, pictures));
            default -> Optional.empty();
        };
    }

    private static PageBlock code(FencedCodeBlock code) {
        var info = CodeInfo.parse(Optional.ofNullable(code.getInfo()).orElse(""));
        var runOn = Optional.ofNullable(info.attributes().get("run"))
                .filter(name -> NODE_NAME.matcher(name).matches())
                .map(NodeName::new);
        return new PageBlock.Code(info.language(), code.getLiteral().stripTrailing(), runOn, info.has("copy"));
    }

    private static List<PageBlock> directive(Directive directive, Map<String, Picture> pictures) {
        Function<Kind, List<PageBlock>> box =
                kind -> List.of(new PageBlock.Box(kind, blocks(PageSyntax.children(directive), pictures)));
        return switch (directive.name()) {
            case "note" -> box.apply(Kind.NOTE);
            case "hint" -> box.apply(Kind.HINT);
            case "task" -> slot(directive, id -> new PageBlock.TaskSlot(new TaskId(id)));
            case "quiz" -> slot(directive, id -> new PageBlock.QuestionSlot(new QuestionId(id)));
            default -> List.of();
        };
    }

    private static List<PageBlock> slot(Directive directive, Function<String, PageBlock> make) {
        return Optional.ofNullable(directive.attributes().get("id"))
                .filter(id -> ID.matcher(id).matches())
                .map(make)
                .map(List::of)
                .orElse(List.of());
    }

    private static String html(List<Node> nodes, Map<String, Picture> pictures) {
        var placeholders = new Placeholders(pictures);
        var renderer = HtmlRenderer.builder()
                .extensions(PageSyntax.EXTENSIONS)
                .nodeRendererFactory(context -> new LinksAndPictures(context, placeholders))
                .build();
        var unsafe = new StringBuilder();
        nodes.forEach(node -> unsafe.append(renderer.render(node)));
        return placeholders.fill(POLICY.sanitize(unsafe.toString()));
    }

    /**
     * Puts random words into the HTML at the places of checked pictures and of buttons that open ports. After the HTML
     * has been sanitised, replaces the words by these pictures and buttons. The allow-list for HTML therefore needs to
     * allow neither pictures nor buttons. An author cannot guess the words.
     */
    private static final class Placeholders {
        private final Map<String, Picture> pictures;
        private final String secret = "picture" + UUID.randomUUID().toString().replace("-", "") + "x";
        private final Map<String, String> html = new LinkedHashMap<>();

        private Placeholders(Map<String, Picture> pictures) {
            this.pictures = pictures;
        }

        Optional<String> placeholder(String address, String alt) {
            return Optional.ofNullable(pictures.get(address)).map(picture -> keep(html(picture, escape(alt))));
        }

        /**
         * Returns a placeholder for a button that opens a port of the learner's own node. The result is not a link,
         * because no address within this page leads to that port.
         */
        String port(String node, String number, String text) {
            return keep("<button type=\"button\" data-node=\"" + node + "\" data-port=\"" + number + "\">"
                    + escape(text) + "</button>");
        }

        private String keep(String checked) {
            var word = secret + html.size() + "x";
            html.put(word, checked);
            return word;
        }

        String fill(String sanitised) {
            var filled = sanitised;
            for (var entry : html.entrySet()) {
                filled = filled.replace(entry.getKey(), entry.getValue());
            }
            return filled;
        }

        private static String html(Picture picture, String alt) {
            return switch (picture) {
                case Picture.Drawing(var svg) ->
                    "<span class=\"lab-figure\" role=\"img\" aria-label=\"" + alt + "\">" + svg + "</span>";
                case Picture.Pixels(var dataUri) ->
                    "<img class=\"lab-figure\" alt=\"" + alt + "\" src=\"" + dataUri + "\">";
            };
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    }

    /**
     * Renders links and pictures. A link to the web opens in a new tab, a link to a page's file leads to that page of
     * the lab, and a link to a port becomes a button. A picture that is not in the lab is replaced by its alternative
     * text.
     */
    private static final class LinksAndPictures implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final Placeholders placeholders;

        private LinksAndPictures(HtmlNodeRendererContext context, Placeholders placeholders) {
            this.context = context;
            this.placeholders = placeholders;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case Image image -> {
                    var alt = PageSyntax.text(image);
                    context.getWriter()
                            .text(placeholders
                                    .placeholder(image.getDestination(), alt)
                                    .orElse(alt));
                }
                case Link link -> link(link);
                default -> throw new IllegalStateException("unexpected node: " + node);
            }
        }

        private void link(Link link) {
            var port = PORT_LINK.matcher(link.getDestination());
            if (port.matches()) {
                context.getWriter().text(placeholders.port(port.group(1), port.group(3), PageSyntax.text(link)));
                return;
            }
            var page = PAGE_LINK.matcher(link.getDestination());
            var attributes = new LinkedHashMap<String, String>();
            if (page.matches()) {
                attributes.put("href", "#" + page.group(1));
            } else {
                attributes.put("href", link.getDestination());
                if (link.getDestination().startsWith("http")) {
                    attributes.put("target", "_blank");
                }
            }
            context.getWriter().tag("a", attributes);
            PageSyntax.children(link).forEach(context::render);
            context.getWriter().tag("/a");
        }
    }
}
