package dev.slipway.sandbox;

import java.util.List;

/**
 * The images on the host engine.
 *
 * @param node the nodes' own image
 * @param store the volume that holds the shared image store
 * @param catalog images that every node has from the start, such as {@code httpd:latest}
 */
public record NodeImages(String node, String store, List<String> catalog) {
    public NodeImages {
        catalog = List.copyOf(catalog);
    }
}
