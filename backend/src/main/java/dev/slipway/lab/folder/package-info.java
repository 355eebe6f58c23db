/** Reads lab folders: files, YAML with positions, schema, lint, digest, catalogue. */
@NullMarked
package dev.slipway.lab.folder;

import org.jspecify.annotations.NullMarked;
