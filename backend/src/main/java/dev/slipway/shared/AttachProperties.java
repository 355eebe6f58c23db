package dev.slipway.shared;

import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The machines that nodes of labs may be without being made by the platform. Their commands run where the platform
 * runs, so these settings alone say what they are; a lab can only point at one of them. Decision 0008.
 *
 * @param targets by name
 */
@Validated
@ConfigurationProperties("slipway.attach")
public record AttachProperties(@DefaultValue Map<String, @Valid AttachTarget> targets) {
    /** Short enough for the lease that is stored under it. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public AttachProperties {
        targets = Map.copyOf(targets);
        var shells = new HashSet<>();
        targets.forEach((name, target) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "an attach target's name has lower-case letters, digits and hyphens: " + name);
            }
            if (!shells.add(target.shell())) {
                throw new IllegalArgumentException("two attach targets have the same shell command: " + name);
            }
        });
    }

    /** No machine but those that the platform makes. */
    public static AttachProperties none() {
        return new AttachProperties(Map.of());
    }

    /** The name of the target that a lab points at, if the administrator has set one up. */
    public Optional<String> find(AttachWish wish) {
        return switch (wish) {
            case AttachWish.Named(var name) -> Optional.of(name).filter(targets::containsKey);
            case AttachWish.ByShell(var shell) ->
                targets.entrySet().stream()
                        .filter(target -> target.getValue().shell().equals(shell))
                        .map(Map.Entry::getKey)
                        .findFirst();
        };
    }

    public Optional<AttachTarget> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }
}
