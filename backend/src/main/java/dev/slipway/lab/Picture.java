package dev.slipway.lab;

/** A picture from a lab's folder that was checked and can be shown in a page. */
public sealed interface Picture {

    /**
     * A drawing: an {@code svg} element that has only shapes and text. Its {@code currentColor} is the text colour of
     * the page.
     */
    record Drawing(String svg) implements Picture {}

    /** A pixel image as a {@code data:} URI. */
    record Pixels(String dataUri) implements Picture {}
}
