package dev.slipway.ui.workspace;

import dev.slipway.shared.NodeName;

/** Opens previews of nodes' ports. */
interface PortOpener {
    void open(NodeName node, int port);
}
