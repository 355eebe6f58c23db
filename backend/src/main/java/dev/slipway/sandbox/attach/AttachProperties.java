package dev.slipway.sandbox.attach;

import dev.slipway.lab.AttachTargets;
import dev.slipway.shared.AttachReference;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the attach targets: machines that the platform does not create, and that a lab may use as its nodes. The
 * commands of a target run where the platform runs, so only the administrator defines them, in these settings; a lab
 * can only refer to a target. See decision 0008.
 *
 * @param targets the targets by their name
 */
@Validated
@ConfigurationProperties("slipway.attach")
public record AttachProperties(@DefaultValue Map<String, @Valid AttachTarget> targets) implements AttachTargets {
    /** The limit of 63 characters lets the name be the key of the lease that is stored for the target. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public AttachProperties {
        targets = Map.copyOf(targets);
        var shells = new HashSet<>();
        targets.forEach((name, target) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "an attach target's name has only lower-case letters, digits and hyphens: " + name);
            }
            if (!shells.add(target.shell())) {
                throw new IllegalArgumentException("two attach targets have the same shell command: " + name);
            }
        });
    }

    /** Returns the name of the target that a lab refers to; empty if the administrator has not set it up. */
    public Optional<String> find(AttachReference wish) {
        return switch (wish) {
            case AttachReference.Named(var name) -> Optional.of(name).filter(targets::containsKey);
            case AttachReference.ByShell(var shell) ->
                targets.entrySet().stream()
                        .filter(target -> target.getValue().shell().equals(shell))
                        .map(Map.Entry::getKey)
                        .findFirst();
        };
    }

    @Override
    public boolean has(AttachReference reference) {
        return find(reference).isPresent();
    }

    /** Returns the target of this name; empty if the administrator has not set it up. */
    public Optional<AttachTarget> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }
}
