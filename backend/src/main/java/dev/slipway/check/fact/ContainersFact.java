package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** All containers of a node engine, newest first. */
public record ContainersFact(List<Container> containers) {
    public ContainersFact {
        containers = List.copyOf(containers);
    }

    public Optional<Container> named(String name) {
        return containers.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * A container.
     *
     * @param image the image as the engine lists it: the image name with which the container was created, or the id of
     *     the image after another image has received that name
     * @param state the state as the engine names it: created, running, paused, restarting, removing, exited, dead
     * @param exitCode the exit code; empty unless the container has exited
     * @param ports the published ports; empty unless the container is running
     */
    public record Container(
            String name, String image, String imageId, String state, Optional<Integer> exitCode, List<Port> ports) {
        public Container {
            ports = List.copyOf(ports);
        }

        public boolean isRunning() {
            return state.equals("running");
        }

        public boolean hasExited() {
            return state.equals("exited");
        }

        /** Returns whether the container was created with this image name, or from the image that has this name now. */
        public boolean isOf(ImageName name, ImagesFact images) {
            return ImageName.parse(image).filter(name::equals).isPresent()
                    || images.named(name).filter(i -> i.id().equals(imageId)).isPresent();
        }

        /**
         * Returns the name of the container's image. If the engine lists only the id of the image, finds the name by
         * that id.
         */
        public String imageText(ImagesFact images) {
            var isId = imageId.equals(image) || imageId.startsWith("sha256:" + image);
            if (!isId) {
                return ImageName.parse(image).map(ImageName::toString).orElse(image);
            }
            return images.images().stream()
                    .filter(i -> i.id().equals(imageId))
                    .flatMap(i -> i.tags().stream())
                    .findFirst()
                    .orElse("image " + ImagesFact.shortId(imageId));
        }
    }

    /** A port of the node that is forwarded to a port of a container. */
    public record Port(int host, int container, String protocol) {
        @Override
        public String toString() {
            return host + " → " + container + "/" + protocol;
        }
    }
}
