package dev.slipway.lab;

/** One page of instructions, CommonMark. {@code id} is its file's name without {@code .md}. */
public record Page(String id, String title, String markdown) {}
