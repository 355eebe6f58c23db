package dev.slipway.check.fact;

/**
 * What lies at a path of the node.
 *
 * @param mode its permissions as four octal digits, empty if there is nothing
 * @param owner the name of the user to whom it belongs, empty if there is nothing
 */
public record NodeFileFact(FileFact file, String mode, String owner) {}
