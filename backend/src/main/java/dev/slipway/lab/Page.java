package dev.slipway.lab;

import java.util.Map;

/**
 * A page of instructions in CommonMark. Its {@code id} is the name of its file without {@code .md}.
 *
 * @param title the text of the first heading
 * @param pictures the pictures that the page shows, by their address in the page
 */
public record Page(String id, String title, String markdown, Map<String, Picture> pictures) {
    public Page {
        pictures = Map.copyOf(pictures);
    }

    public Page(String id, String title, String markdown) {
        this(id, title, markdown, Map.of());
    }
}
