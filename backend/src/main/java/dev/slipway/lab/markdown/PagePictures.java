package dev.slipway.lab.markdown;

import dev.slipway.lab.Picture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** Reads the pictures that a page shows. It cleans drawings, and leaves pixel images unchanged. */
final class PagePictures {
    private static final Map<String, String> PIXEL_TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "webp", "image/webp", "gif", "image/gif");
    private static final String EXAMPLE = "![A request goes to port 8080 of the machine](ports.svg)";

    private final Function<String, Optional<byte[]>> files;
    private final Complaints complaints;
    private final Map<String, Picture> found = new HashMap<>();

    /** @param files returns the content of a path within the lab's folder */
    PagePictures(Function<String, Optional<byte[]>> files, Complaints complaints) {
        this.files = files;
        this.complaints = complaints;
    }

    /** Receives the problems of pictures. Learners do not see a picture that is missing or cannot be read. */
    interface Complaints {
        void warn(Node at, String rule, String message, String example);
    }

    /** Returns the pictures by their address in the page. */
    Map<String, Picture> found() {
        return found;
    }

    /**
     * Reads a picture and reports its problems.
     *
     * @param path path of the picture in the lab's folder; empty if the address of the picture leads elsewhere
     * @param meant a sentence with the path that the author probably meant, or an empty text
     */
    void check(Image image, Optional<String> path, String meant) {
        var address = image.getDestination();
        path.flatMap(files)
                .ifPresentOrElse(
                        content -> read(address, content, image).ifPresent(picture -> found.put(address, picture)),
                        () -> complaints.warn(
                                image,
                                "missing-picture",
                                "There is no picture " + address
                                        + " in the lab's folder. Pictures from elsewhere are not shown." + meant,
                                EXAMPLE));
    }

    private Optional<Picture> read(String address, byte[] content, Image image) {
        var extension = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("svg")) {
            return drawing(address, content, image);
        }
        var type = Optional.ofNullable(PIXEL_TYPES.get(extension));
        if (type.isEmpty()) {
            complaints.warn(image, "bad-picture", "A picture is an svg, png, jpg, gif or webp file.", EXAMPLE);
        }
        return type.map(name -> new Picture.Pixels(
                "data:" + name + ";base64," + Base64.getEncoder().encodeToString(content)));
    }

    private Optional<Picture> drawing(String address, byte[] content, Image image) {
        var cleaned = DrawingCleaner.clean(new String(content, StandardCharsets.UTF_8));
        if (cleaned.isEmpty()) {
            complaints.warn(image, "bad-picture", "The file " + address + " is not an SVG drawing.", EXAMPLE);
        }
        cleaned.filter(drawing -> !drawing.dropped().isEmpty())
                .ifPresent(drawing -> complaints.warn(
                        image,
                        "drawing-part",
                        "The drawing has parts that are not shown: " + String.join(", ", drawing.dropped())
                                + ". Use only shapes and text.",
                        "<text x=\"8\" y=\"16\">port 80</text>"));
        return cleaned.map(drawing -> new Picture.Drawing(drawing.svg()));
    }
}
