package dev.slipway.lab;

import java.util.Map;

/**
 * One page of instructions, CommonMark. {@code id} is its file's name without {@code .md}.
 *
 * @param title the text of the first heading
 * @param pictures the pictures that the page shows, by the address written in the page
 */
public record Page(String id, String title, String markdown, Map<String, Picture> pictures) {
    public Page {
        pictures = Map.copyOf(pictures);
    }

    public Page(String id, String title, String markdown) {
        this(id, title, markdown, Map.of());
    }
}
