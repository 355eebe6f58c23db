package dev.slipway.ui.workspace;

import dev.slipway.shared.NodeName;

/** Shows what listens on a node's port. */
interface PortOpener {
    void open(NodeName node, int port);
}
