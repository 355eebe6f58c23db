package dev.slipway.lab.folder;

import dev.slipway.lab.AttachTargets;
import java.util.Optional;
import java.util.Set;

/**
 * The images and attach targets of the host that will run the labs. The images are empty if they are not known, and so
 * are the attach targets.
 *
 * @param images the images in the image store
 * @param attach the attach targets that the administrator has set up
 */
record HostKnowledge(Optional<Set<String>> images, Optional<AttachTargets> attach) {}
