package dev.slipway.lab;

/**
 * Version of a lab. The digest identifies the content of the lab. The author chooses the number, which may stay the
 * same after a change of the content.
 *
 * @param number the author's version number, such as {@code 1.2.0}
 * @param digest SHA-256 in hexadecimal digits over all content that a learner or a check can observe
 */
public record LabVersion(LabId id, String number, String digest) {}
