package dev.slipway.lab;

/** A place in a lab's file; line and column count from 1. */
public record SourcePosition(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
