package dev.slipway.sandbox;

/** State of a sandbox: Requested, Provisioning, Ready, Frozen, Ending, Ended or Failed. */
public sealed interface SandboxState {

    /** The sandbox waits for a free place. {@code position} counts from 1. */
    record Requested(int position) implements SandboxState {}

    /** The platform is creating the sandbox. */
    record Provisioning(Stage stage) implements SandboxState {}

    /** The nodes run and can be used. */
    record Ready() implements SandboxState {}

    /** All processes are paused to save CPU; nothing is lost. They continue with the next activity. */
    record Frozen() implements SandboxState {}

    /** The platform is removing the nodes. */
    record Ending() implements SandboxState {}

    /** The nodes no longer exist. */
    record Ended(EndReason reason) implements SandboxState {}

    /** The sandbox could not be created, or broke. {@code cause} is a sentence for the learner. */
    record Failed(String cause) implements SandboxState {}

    /** Steps of provisioning, in order. */
    enum Stage {
        NETWORK,
        NODES,
        ENGINES,
        FILES,
        SETUP
    }

    /** Reason for which a sandbox was ended. */
    enum EndReason {
        ENDED_BY_LEARNER,
        RESTARTED,
        LEASE_EXPIRED,
        ENDED_BY_STAFF,
        LOST
    }

    /** Returns whether the nodes can be reached now. */
    default boolean isLive() {
        return this instanceof Ready;
    }

    /** Returns whether the learner can use the sandbox: a frozen one thaws with its first use. */
    default boolean isUsable() {
        return this instanceof Ready || this instanceof Frozen;
    }

    /** Returns whether the state is final. */
    default boolean isOver() {
        return this instanceof Ended || this instanceof Failed;
    }
}
