package dev.slipway.lab.markdown;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Copies the shapes and the text of an SVG, and drops the rest: scripts, styles, links, foreign content, and references
 * to other files. The result is part of the page's HTML, so {@code currentColor} follows the light and dark theme.
 */
final class DrawingCleaner {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "marker",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "dx",
            "dy",
            "d",
            "points",
            "transform",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "opacity",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "text-anchor",
            "dominant-baseline",
            "letter-spacing",
            "marker-start",
            "marker-mid",
            "marker-end",
            "markerWidth",
            "markerHeight",
            "markerUnits",
            "refX",
            "refY",
            "orient",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "clip-path",
            "preserveAspectRatio");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#([A-Za-z][A-Za-z0-9_-]*)\\)");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 .,;#%()+'/_\\n\\t-]*");
    private static final int MAX_DEPTH = 30;

    private final String prefix;
    private final StringBuilder svg = new StringBuilder();
    private final Set<String> dropped = new LinkedHashSet<>();

    private DrawingCleaner(String prefix) {
        this.prefix = prefix;
    }

    /**
     * A cleaned drawing.
     *
     * @param dropped elements and attributes that were dropped
     */
    record Cleaned(String svg, List<String> dropped) {}

    /** Returns the cleaned drawing; empty if the text is not an SVG. */
    static Optional<Cleaned> clean(String text) {
        // The ids of different drawings must not be the same, because the drawings are parts of one page. Therefore the
        // ids of a drawing get a prefix, which depends only on the text of the drawing.
        var cleaner = new DrawingCleaner("d" + Integer.toHexString(text.hashCode()) + "-");
        try {
            cleaner.read(text);
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return cleaner.svg.indexOf("<svg") == 0
                ? Optional.of(new Cleaned(cleaner.svg.toString(), List.copyOf(cleaner.dropped)))
                : Optional.empty();
    }

    private void read(String text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = factory.createXMLStreamReader(new StringReader(text));
        var open = new ArrayList<String>();
        var skipping = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    var allowed = ELEMENTS.contains(name) && (!open.isEmpty() || name.equals("svg"));
                    if (skipping > 0 || !allowed || open.size() >= MAX_DEPTH) {
                        skipping++;
                        dropped.add("<" + name + ">");
                    } else {
                        open.add(name);
                        start(name, reader, open.size() == 1);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (skipping > 0) {
                        skipping--;
                    } else {
                        svg.append("</").append(open.removeLast()).append('>');
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (skipping == 0 && !open.isEmpty()) {
                        svg.append(escape(reader.getText()));
                    }
                }
                default -> {
                    // Comments, processing instructions and entities are dropped.
                }
            }
        }
    }

    private void start(String name, XMLStreamReader reader, boolean root) {
        svg.append('<').append(name);
        if (root) {
            // The alternative text describes the drawing, so the shapes are hidden from screen readers.
            svg.append(" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\"");
        }
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var attribute = reader.getAttributeLocalName(i);
            var namespace = Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
            var value = namespace.isEmpty() && ATTRIBUTES.contains(attribute)
                    ? value(attribute, reader.getAttributeValue(i))
                    : Optional.<String>empty();
            value.ifPresentOrElse(
                    safe -> svg.append(' ')
                            .append(attribute)
                            .append("=\"")
                            .append(escape(safe))
                            .append('"'),
                    () -> dropped.add(attribute + "=\"…\""));
        }
        svg.append('>');
    }

    private Optional<String> value(String attribute, String value) {
        if (attribute.equals("id")) {
            return IDENTIFIER.matcher(value).matches() ? Optional.of(prefix + value) : Optional.empty();
        }
        var reference = REFERENCE.matcher(value);
        if (reference.matches()) {
            return Optional.of("url(#" + prefix + reference.group(1) + ")");
        }
        return HARMLESS.matcher(value).matches() && !value.contains("url(") ? Optional.of(value) : Optional.empty();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
