package dev.slipway.check.fact;

/**
 * The state of a path of the node itself.
 *
 * @param mode the permissions as four octal digits, empty if nothing exists there
 * @param owner the user name of the owner, empty if nothing exists there
 */
public record NodeFileFact(FileFact file, String mode, String owner) {}
