package dev.slipway.check.fact;

/**
 * The state of a path in the file system of the node itself.
 *
 * @param mode the permissions as four octal digits, empty if nothing exists at the path
 * @param owner the user name of the owner, empty if nothing exists at the path
 */
public record NodeFileFact(FileFact file, String mode, String owner) {}
