package dev.slipway.lab;

/** A picture of a lab's folder, checked and ready to stand in a page. */
public sealed interface Picture {

    /** A drawing: an {@code svg} element with nothing in it but shapes and text, which takes the colour of its surroundings. */
    record Drawing(String svg) implements Picture {}

    /** Pixels, as a {@code data:} address. */
    record Pixels(String dataUri) implements Picture {}
}
