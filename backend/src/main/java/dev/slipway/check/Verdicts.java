package dev.slipway.check;

/** Storage of verdicts. The module that manages attempts implements this interface. */
public interface Verdicts {

    /**
     * Stores a verdict that differs from the previous one, and returns after the commit. Drops the verdict if the
     * attempt no longer uses the sandbox in which the facts were gathered. The thread that evaluates the attempt calls
     * this method outside of a transaction. If this method throws, the caller passes the verdict again after the next
     * evaluation.
     */
    void store(Evaluation evaluation);
}
