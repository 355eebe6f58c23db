package dev.slipway.check.fact;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact about a node that an assertion needs. If several assertions have equal needs, the fact is gathered once.
 *
 * @param <T> the type of the fact
 */
public sealed interface FactNeed<T> {

    NodeName node();

    /**
     * Returns the name of the fact, which no other fact of the same node has. The name is stored with the evidence, so
     * its meaning must never change.
     */
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

    /** The data about the creation of an image. */
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

    /** The response to a GET request to a port of the node. */
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

    /** The events that the node engine has reported since the attempt began. */
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

    /**
     * A property of an object of the node engine.
     *
     * @param name the name of the object, empty for a kind of object that has no name
     * @param entry the key of the entry that the assertion needs, empty if it needs all entries
     */
    record Property(NodeName node, Trait trait, String name, String entry) implements FactNeed<PropertyFact> {
        @Override
        public String key() {
            return Stream.of(trait.of().word(), name, trait.name(), entry)
                    .filter(Predicate.not(String::isEmpty))
                    .collect(Collectors.joining(" "));
        }

        @Override
        public Class<PropertyFact> type() {
            return PropertyFact.class;
        }
    }

    /** The result of opening a TCP connection to a port of the node. */
    record Tcp(NodeName node, int port) implements FactNeed<TcpFact> {
        @Override
        public String key() {
            return "tcp " + port;
        }

        @Override
        public Class<TcpFact> type() {
            return TcpFact.class;
        }

        @Override
        public Source source() {
            return Source.PROBE;
        }
    }

    /** The addresses to which a name server on the node resolves a name. */
    record Dns(NodeName node, int port, String name) implements FactNeed<DnsFact> {
        @Override
        public String key() {
            return "dns " + port + " " + name;
        }

        @Override
        public Class<DnsFact> type() {
            return DnsFact.class;
        }

        @Override
        public Source source() {
            return Source.PROBE;
        }
    }

    /** A file on the node itself. */
    record NodeFile(NodeName node, String path) implements FactNeed<NodeFileFact> {
        @Override
        public String key() {
            return "node file " + path;
        }

        @Override
        public Class<NodeFileFact> type() {
            return NodeFileFact.class;
        }

        @Override
        public Source source() {
            return Source.EXEC;
        }
    }

    /** The result of a command that runs in the node. */
    record Exec(NodeName node, String command) implements FactNeed<ExecFact> {
        @Override
        public String key() {
            return "exec " + command;
        }

        @Override
        public Class<ExecFact> type() {
            return ExecFact.class;
        }

        @Override
        public Source source() {
            return Source.EXEC;
        }
    }

    /** The learner's answer to a task. The answer belongs to no node, but is stored under the lab's first node. */
    record Answer(NodeName node, TaskId task) implements FactNeed<AnswerFact> {
        @Override
        public String key() {
            return "answer " + task;
        }

        @Override
        public Class<AnswerFact> type() {
            return AnswerFact.class;
        }

        @Override
        public Source source() {
            return Source.LEARNER;
        }
    }
}
