package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** The data about the creation of an image; empty if the image does not exist. */
public record ImageFact(Optional<Detail> image) {

    /**
     * The engine's data about the creation of an image. A text is empty if the engine has no value. Tests with Docker
     * 26.1 showed how this data depends on the command:
     *
     * <ul>
     *   <li>{@code docker commit} stores the container's id, the container's settings with the image's name as the
     *       learner typed it, and the container's host name in the image's own settings
     *   <li>the classic builder stores the id of a container that no longer exists, and the image of that step as
     *       {@code sha256:…}; after COPY and ADD it stores no container id, because these steps need no container
     *   <li>BuildKit stores neither a container nor a parent
     *   <li>{@code docker tag} creates no image: both names have the same id
     * </ul>
     *
     * @param parent the id of the image from which this image was created on this engine
     * @param container the id of the container from which this image was created
     * @param containerImage the image of that container, as it was named when the container was created
     * @param hostname the host name in the image's settings
     * @param createdBy the command or instruction of the newest step
     * @param comment the comment of the newest step; BuildKit stores its own name there
     * @param layers the digests of the layers, lowest first
     */
    public record Detail(
            String id,
            String parent,
            String container,
            String containerImage,
            String hostname,
            String createdBy,
            String comment,
            List<String> layers) {
        private static final String BUILDER_INSTRUCTION = "#(nop)";
        private static final String BUILDKIT = "buildkit.";

        public Detail {
            layers = List.copyOf(layers);
        }

        /** Returns whether {@code docker commit} created this image. */
        public boolean isCommit() {
            if (container.isEmpty() || createdBy.contains(BUILDER_INSTRUCTION)) {
                return false;
            }
            var namedByPerson = !containerImage.isEmpty() && !containerImage.startsWith("sha256:");
            return namedByPerson || (!hostname.isEmpty() && container.startsWith(hostname));
        }

        /** Returns whether one of Docker's builders created this image, on this node or before the image was pulled. */
        public boolean isBuilt() {
            return comment.startsWith(BUILDKIT)
                    || createdBy.contains(BUILDER_INSTRUCTION)
                    || (!container.isEmpty() && !isCommit());
        }

        /** Returns whether the layers of this image begin with all layers of another image. */
        public boolean standsOn(Detail base) {
            return layers.size() >= base.layers.size()
                    && layers.subList(0, base.layers.size()).equals(base.layers);
        }
    }
}
