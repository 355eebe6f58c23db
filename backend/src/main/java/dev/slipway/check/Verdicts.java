package dev.slipway.check;

/** Where verdicts are stored. Implemented by the module that keeps attempts. */
public interface Verdicts {

    /**
     * Stores a verdict that differs from the one before, and returns once it is committed. One that was reached on
     * machines that the attempt no longer uses is dropped. Called on the thread that evaluates, outside of a transaction;
     * if it throws, the verdict is offered again with the next wave.
     */
    void store(Evaluation evaluation);
}
