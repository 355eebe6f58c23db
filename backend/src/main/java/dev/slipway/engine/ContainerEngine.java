package dev.slipway.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The operations of a container engine that Slipway needs. Every call has a timeout and throws {@link EngineException}
 * if it fails. Calls that create an existing object or remove a missing one succeed, so that a caller can repeat a
 * change that was interrupted.
 */
public interface ContainerEngine {

    /** Returns the engine's version and the properties of its host. */
    EngineInfo info();

    /** Creates a bridge network. */
    void createNetwork(NetworkSpec network);

    /** Removes a network. */
    void removeNetwork(String name);

    /** Returns the networks that have all these labels. */
    List<EngineObject> networks(Map<String, String> labels);

    /** Creates a volume. */
    void createVolume(String name, Map<String, String> labels);

    /** Removes a volume with its content. */
    void removeVolume(String name);

    /** Returns the volumes that have all these labels. */
    List<EngineObject> volumes(Map<String, String> labels);

    /**
     * Creates a node's container without starting it. The implementation builds the container's host configuration from
     * the specification; callers cannot add options to that configuration.
     */
    void createNode(NodeSpec node);

    /** Starts a node's container. */
    void startNode(String container);

    /** Kills a node's container, then removes it and its anonymous volumes. */
    void removeNode(String container);

    /** Freezes all processes of a node. {@link #unpauseNode} resumes them. */
    void pauseNode(String container);

    /** Resumes the processes of a paused node. */
    void unpauseNode(String container);

    /** Returns the containers, running or not, that have all these labels. */
    List<EngineContainer> nodes(Map<String, String> labels);

    /** Starts a process in a running node and connects to its input and output. */
    EngineStream open(String container, ExecSpec process);

    /**
     * Runs a command in a node and waits until it ends.
     *
     * @param outputLimit number of bytes that are kept of standard output and of standard error each; the rest is read
     *     and dropped
     */
    ExecResult run(String container, ExecSpec process, Duration timeout, int outputLimit);
}
