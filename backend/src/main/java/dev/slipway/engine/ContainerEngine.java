package dev.slipway.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What Slipway needs of a container engine. Every call has a timeout and fails with {@link EngineException}. Creating
 * what exists and removing what is gone succeed, so that an interrupted change can be repeated.
 */
public interface ContainerEngine {

    /** The engine's version and what its host can do. */
    EngineInfo info();

    /** Creates a bridge network. */
    void createNetwork(NetworkSpec network);

    void removeNetwork(String name);

    /** Networks that carry all these labels. */
    List<EngineObject> networks(Map<String, String> labels);

    void createVolume(String name, Map<String, String> labels);

    void removeVolume(String name);

    /** Volumes that carry all these labels. */
    List<EngineObject> volumes(Map<String, String> labels);

    /** Creates a node's container, not started. The host configuration is made by one class and takes no options from outside. */
    void createNode(NodeSpec node);

    void startNode(String container);

    /** Kills and removes a node's container with its anonymous volumes. */
    void removeNode(String container);

    /** Stops every process of a node without losing any. */
    void pauseNode(String container);

    void unpauseNode(String container);

    /** Containers, running or not, that carry all these labels. */
    List<EngineContainer> nodes(Map<String, String> labels);

    /** Starts a process in a running node and connects to its input and output. */
    EngineStream open(String container, ExecSpec process);

    /**
     * Runs a command in a node to its end.
     *
     * @param outputLimit how many bytes each of standard output and error are kept; the rest is read and dropped
     */
    CommandResult run(String container, ExecSpec process, Duration timeout, int outputLimit);
}
