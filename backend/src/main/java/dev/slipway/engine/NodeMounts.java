package dev.slipway.engine;

/**
 * Folders that a node mounts.
 *
 * @param disk the disk to which the node writes; a node that is recreated with the same disk has its files again
 * @param storeVolume volume of the shared image store, which is mounted read-only
 * @param platformFolder folder of the engine's container with the socket to which the node's agent connects; the node
 *     mounts it read-only, and no other node does
 */
public record NodeMounts(NodeDisk disk, String storeVolume, String platformFolder) {}
