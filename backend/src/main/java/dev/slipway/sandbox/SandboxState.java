package dev.slipway.sandbox;

/**
 * Where a sandbox is in its life: Requested, Provisioning, Ready, Frozen, Ending, Ended, or Failed.
 */
public sealed interface SandboxState {

    /** Waits for a free place. {@code position} counts from 1. */
    record Requested(int position) implements SandboxState {}

    /** Is being made. */
    record Provisioning(Stage stage) implements SandboxState {}

    record Ready() implements SandboxState {}

    /** All processes stopped to save CPU, nothing lost. Goes on as soon as somebody is at work again. */
    record Frozen() implements SandboxState {}

    record Ending() implements SandboxState {}

    record Ended(EndReason reason) implements SandboxState {}

    /** Could not be made, or broke. {@code cause} is a sentence for people. */
    record Failed(String cause) implements SandboxState {}

    /** The steps of provisioning, in order. */
    enum Stage {
        NETWORK,
        NODES,
        ENGINES,
        FILES,
        SETUP
    }

    /** Why a sandbox is gone. */
    enum EndReason {
        ENDED_BY_LEARNER,
        RESTARTED,
        LEASE_EXPIRED,
        ENDED_BY_STAFF,
        LOST
    }

    /** Whether nodes can be reached now. */
    default boolean isLive() {
        return this instanceof Ready;
    }

    /** Whether its learner can use it: a frozen one thaws as soon as it is used. */
    default boolean isUsable() {
        return this instanceof Ready || this instanceof Frozen;
    }

    /** Whether nothing will happen to it any more. */
    default boolean isOver() {
        return this instanceof Ended || this instanceof Failed;
    }
}
