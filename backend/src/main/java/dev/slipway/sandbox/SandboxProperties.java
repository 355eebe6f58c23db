package dev.slipway.sandbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sandboxes.
 *
 * @param instance marks this platform's objects on the engine; two platforms on one engine need two of them
 * @param imagesFile says which node image and image store to use; written when the images are made
 * @param hostFile what the host can do; written when the engine starts
 * @param maxPerOwner sandboxes that one account may have open
 * @param maxTotal sandboxes that run at once; further ones queue. Thirty nodes of one GiB fit on the reference machine
 *     because an idle node takes some 40 MiB
 * @param parallelStarts sandboxes that are made at once; more only slow each other down on two cores
 * @param starts sandboxes that one account may have made within {@code limitWindow}; they come back evenly. Thirty are
 *     more than anybody who works on labs needs, and a loop is down to three in a minute
 * @param resets nodes that one account may have reset within {@code limitWindow}
 * @param limitWindow see {@code starts}
 * @param nodePids processes and threads in one node: two engines and some dozens of containers
 * @param disk what all nodes of one sandbox together may write; each gets an equal part. Room for a few images of a
 *     learner's own beside those of the catalogue, which are shared and take none of it
 * @param readyTimeout how long a node engine may take to answer
 * @param setupTimeout how long one setup command of a lab may take
 * @param orphanAge how old an unknown engine object must be before it is removed
 */
@Validated
@ConfigurationProperties("slipway.sandbox")
public record SandboxProperties(
        @NotBlank @DefaultValue("main") String instance,
        @DefaultValue("/run/slipway/images.json") Path imagesFile,
        @DefaultValue("/run/slipway/host.json") Path hostFile,
        @Min(1) @DefaultValue("3") int maxPerOwner,
        @Min(1) @DefaultValue("30") int maxTotal,
        @Min(1) @DefaultValue("4") int parallelStarts,
        @Min(1) @DefaultValue("30") int starts,
        @Min(1) @DefaultValue("30") int resets,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration limitWindow,
        @Min(64) @DefaultValue("2048") int nodePids,
        @NotNull @DefaultValue("5GB") DataSize disk,
        @DefaultValue("30s") Duration readyTimeout,
        @DefaultValue("2m") Duration setupTimeout,
        @DefaultValue("2m") Duration orphanAge) {}
