package dev.slipway.check.fact;

import dev.slipway.shared.NodeName;

/**
 * Something that an assertion has to know about a node. Equal needs are gathered once.
 *
 * @param <T> what the fact looks like
 */
public sealed interface FactNeed<T> {

    NodeName node();

    /** Names the fact among those of its node. Stored with evidence, so it never changes its meaning. */
    String key();

    Class<T> type();

    default Source source() {
        return Source.ENGINE;
    }

    /** All containers, running or not. */
    record Containers(NodeName node) implements FactNeed<ContainersFact> {
        @Override
        public String key() {
            return "containers";
        }

        @Override
        public Class<ContainersFact> type() {
            return ContainersFact.class;
        }
    }

    /** All tagged images. */
    record Images(NodeName node) implements FactNeed<ImagesFact> {
        @Override
        public String key() {
            return "images";
        }

        @Override
        public Class<ImagesFact> type() {
            return ImagesFact.class;
        }
    }

    /** How one image was made. */
    record Image(NodeName node, ImageName name) implements FactNeed<ImageFact> {
        @Override
        public String key() {
            return "image " + name;
        }

        @Override
        public Class<ImageFact> type() {
            return ImageFact.class;
        }
    }

    /** A file in a container, running or not. */
    record ContainerFile(NodeName node, String container, String path) implements FactNeed<FileFact> {
        @Override
        public String key() {
            return "file " + container + ":" + path;
        }

        @Override
        public Class<FileFact> type() {
            return FileFact.class;
        }
    }

    /** A file in an image. */
    record ImageFile(NodeName node, ImageName image, String path) implements FactNeed<FileFact> {
        @Override
        public String key() {
            return "image file " + image + ":" + path;
        }

        @Override
        public Class<FileFact> type() {
            return FileFact.class;
        }
    }

    /** What a GET request to a port of the node is answered. */
    record Http(NodeName node, int port, String path) implements FactNeed<HttpFact> {
        @Override
        public String key() {
            return "http " + port + " " + path;
        }

        @Override
        public Class<HttpFact> type() {
            return HttpFact.class;
        }

        @Override
        public Source source() {
            return Source.PROBE;
        }
    }

    /** What the node engine has reported since the attempt began. */
    record Events(NodeName node) implements FactNeed<EventsFact> {
        @Override
        public String key() {
            return "events";
        }

        @Override
        public Class<EventsFact> type() {
            return EventsFact.class;
        }
    }
}
