package dev.slipway.lab.folder;

import dev.slipway.shared.AttachProperties;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the host on which labs will run; each nothing where labs are looked at without one.
 *
 * @param images what the image store holds
 * @param attach the machines that the administrator has set up
 */
record HostKnowledge(Optional<Set<String>> images, Optional<AttachProperties> attach) {}
