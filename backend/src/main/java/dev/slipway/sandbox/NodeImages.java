package dev.slipway.sandbox;

import java.util.List;

/**
 * Images on the host engine.
 *
 * @param node image of the nodes
 * @param store volume that holds the shared image store
 * @param catalog images that every node has from the start, such as {@code httpd:latest}
 */
public record NodeImages(String node, String store, List<String> catalog) {
    public NodeImages {
        catalog = List.copyOf(catalog);
    }
}
