package dev.slipway.sandbox.provision;

/** Thrown if a sandbox cannot be created as its lab demands. The message is a sentence for the learner. */
public final class ProvisioningException extends RuntimeException {
    ProvisioningException(String message) {
        super(message);
    }
}
