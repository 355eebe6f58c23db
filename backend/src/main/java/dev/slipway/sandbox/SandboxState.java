package dev.slipway.sandbox;

/** State of a sandbox: Requested, Provisioning, Ready, Frozen, Ending, Ended or Failed. */
public sealed interface SandboxState {

    /** The sandbox waits in the queue for a free place on the host. The first {@code position} is 1. */
    record Requested(int position) implements SandboxState {}

    /** The platform is creating the sandbox. */
    record Provisioning(Stage stage) implements SandboxState {}

    /** The nodes run and can be used. */
    record Ready() implements SandboxState {}

    /** All processes are paused to save CPU time. At the next activity they continue where they were paused. */
    record Frozen() implements SandboxState {}

    /** The platform is removing the nodes. */
    record Ending() implements SandboxState {}

    /** The nodes no longer exist. */
    record Ended(EndReason reason) implements SandboxState {}

    /** The sandbox could not be created, or its machines were lost. {@code cause} is a sentence for the learner. */
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

    /** Returns whether the learner can use the sandbox: a frozen sandbox thaws when it is used. */
    default boolean isUsable() {
        return this instanceof Ready || this instanceof Frozen;
    }

    /** Returns whether the state is final. */
    default boolean isOver() {
        return this instanceof Ended || this instanceof Failed;
    }
}
