package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** How an image was made; empty if there is no such image. */
public record ImageFact(Optional<Detail> image) {

    /**
     * What the engine keeps about an image's making. Empty texts where it keeps nothing. Measured on Docker 26.1:
     *
     * <ul>
     *   <li>{@code docker commit} leaves the container's id, the container's settings with the image's name as the
     *       learner typed it, and in the image's own settings the container's host name
     *   <li>the classic builder leaves the id of a container that is gone, and its step's image as {@code sha256:…};
     *       after COPY and ADD no container, for it needs none
     *   <li>BuildKit leaves neither container nor parent
     *   <li>{@code docker tag} makes no image at all: both names have one id
     * </ul>
     *
     * @param parent id of the image that it was made from on this engine
     * @param container id of the container that it was made from
     * @param containerImage the image of that container, as it was asked for
     * @param hostname the host name in the image's settings
     * @param createdBy the command or instruction of its newest step
     * @param comment of its newest step, in which BuildKit leaves its name
     * @param layers digests, lowest first
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

        /** Whether {@code docker commit} made it. */
        public boolean isCommit() {
            if (container.isEmpty() || createdBy.contains(BUILDER_INSTRUCTION)) {
                return false;
            }
            var namedByPerson = !containerImage.isEmpty() && !containerImage.startsWith("sha256:");
            return namedByPerson || (!hostname.isEmpty() && container.startsWith(hostname));
        }

        /** Whether one of Docker's builders made it, here or before it was pulled. */
        public boolean isBuilt() {
            return comment.startsWith(BUILDKIT)
                    || createdBy.contains(BUILDER_INSTRUCTION)
                    || (!container.isEmpty() && !isCommit());
        }

        /** Whether its layers begin with all those of another image. */
        public boolean standsOn(Detail base) {
            return layers.size() >= base.layers.size()
                    && layers.subList(0, base.layers.size()).equals(base.layers);
        }
    }
}
