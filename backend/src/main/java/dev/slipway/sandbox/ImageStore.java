package dev.slipway.sandbox;

/** Shared image store: a volume with the data of all catalogue images, which every node mounts read-only. */
public interface ImageStore {

    /**
     * Returns the current images.
     *
     * @throws dev.slipway.shared.UserFacingException while the images are being built
     */
    NodeImages current();
}
