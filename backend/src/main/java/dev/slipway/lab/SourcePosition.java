package dev.slipway.lab;

/** A position in a file of a lab; line and column count from 1. */
public record SourcePosition(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
