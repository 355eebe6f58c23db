package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** How an image was created; empty if the image does not exist. */
public record ImageFact(Optional<Detail> image) {

    /**
     * The engine's data about the creation of an image. A text is empty if the engine has no value. Measured with
     * Docker 26.1:
     *
     * <ul>
     *   <li>{@code docker commit} stores the container's id, the container's settings with the image's name as the
     *       learner typed it, and the container's host name in the image's own settings
     *   <li>the classic builder stores the id of a container that no longer exists, and that step's image as
     *       {@code sha256:…}; after COPY and ADD it stores no container, because these steps need none
     *   <li>BuildKit stores neither a container nor a parent
     *   <li>{@code docker tag} creates no image: both names have the same id
     * </ul>
     *
     * @param parent the id of the image from which it was created on this engine
     * @param container the id of the container from which it was created
     * @param containerImage the image of that container, as it was named when the container was created
     * @param hostname the host name in the image's settings
     * @param createdBy the command or instruction of its newest step
     * @param comment the comment of its newest step; BuildKit stores its own name there
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

        /** Returns whether {@code docker commit} created it. */
        public boolean isCommit() {
            if (container.isEmpty() || createdBy.contains(BUILDER_INSTRUCTION)) {
                return false;
            }
            var namedByPerson = !containerImage.isEmpty() && !containerImage.startsWith("sha256:");
            return namedByPerson || (!hostname.isEmpty() && container.startsWith(hostname));
        }

        /** Returns whether one of Docker's builders created it, on this node or before it was pulled. */
        public boolean isBuilt() {
            return comment.startsWith(BUILDKIT)
                    || createdBy.contains(BUILDER_INSTRUCTION)
                    || (!container.isEmpty() && !isCommit());
        }

        /** Returns whether its layers begin with all layers of another image. */
        public boolean standsOn(Detail base) {
            return layers.size() >= base.layers.size()
                    && layers.subList(0, base.layers.size()).equals(base.layers);
        }
    }
}
