package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** All tagged images of a node engine, newest first. */
public record ImagesFact(List<Image> images) {
    /** Number of digits of an id that the command line shows. */
    private static final int SHORT_ID = 12;

    public ImagesFact {
        images = List.copyOf(images);
    }

    public Optional<Image> named(ImageName name) {
        return images.stream()
                .filter(image -> image.tags().stream()
                        .flatMap(tag -> ImageName.parse(tag).stream())
                        .anyMatch(name::equals))
                .findFirst();
    }

    static String shortId(String id) {
        var digits = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return digits.substring(0, Math.min(SHORT_ID, digits.length()));
    }

    /** An image and all its names. */
    public record Image(String id, List<String> tags) {
        public Image {
            tags = List.copyOf(tags);
        }
    }
}
