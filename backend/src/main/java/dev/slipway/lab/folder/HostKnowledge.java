package dev.slipway.lab.folder;

import dev.slipway.lab.AttachTargets;
import java.util.Optional;
import java.util.Set;

/**
 * The images and attach targets of the host that will run the labs. Each is empty if it is not known.
 *
 * @param images the images in the image store
 * @param attach the attach targets that the administrator has set up
 */
record HostKnowledge(Optional<Set<String>> images, Optional<AttachTargets> attach) {}
