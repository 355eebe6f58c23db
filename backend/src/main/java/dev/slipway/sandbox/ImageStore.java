package dev.slipway.sandbox;

/** The shared image store: a volume with the data of all catalogue images, which every node mounts read-only. */
public interface ImageStore {

    /**
     * The images of now.
     *
     * @throws dev.slipway.shared.UserFacingException while they are being made
     */
    NodeImages current();
}
