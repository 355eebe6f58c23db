package dev.slipway.sandbox.provision;

/** A sandbox cannot be made as its lab wants. The message is a sentence for the learner. */
public final class ProvisioningException extends RuntimeException {
    ProvisioningException(String message) {
        super(message);
    }
}
