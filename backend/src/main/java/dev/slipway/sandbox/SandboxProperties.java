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
 * @param instance marks this platform's objects on the engine; two platforms on one engine need different values
 * @param imagesFile names the node image and the image store; written after the images are built
 * @param hostFile capabilities of the host; written when the host engine starts
 * @param maxPerOwner sandboxes that one account may have open
 * @param maxTotal sandboxes that run at once; further ones queue. Thirty nodes of one GiB fit on the reference machine
 *     because an idle node takes some 40 MiB
 * @param parallelStarts sandboxes that are provisioned at once; more only slow each other down on two cores
 * @param starts sandboxes that one account may start within {@code limitWindow}; the allowance refills evenly. Thirty
 *     are more than a learner needs, and they limit a script that starts sandboxes in a loop to three a minute
 * @param resets nodes that one account may reset within {@code limitWindow}
 * @param limitWindow see {@code starts}
 * @param nodePids processes and threads in one node: enough for dockerd, containerd and some dozens of containers
 * @param disk bytes that all nodes of one sandbox together may write; each node gets an equal part. Enough for a few
 *     images that the learner adds; the images of the catalogue are shared and do not count
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
