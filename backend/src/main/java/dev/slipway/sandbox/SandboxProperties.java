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
 * @param instance label value of this platform's objects on the engine; two platforms on one engine need different
 *     values
 * @param imagesFile file that names the node image and the image store; the image builder writes it after it has built
 *     the images
 * @param hostFile file with the capabilities of the host; the host engine's container writes it when it starts
 * @param maxPerOwner number of sandboxes that one account may have open
 * @param maxTotal number of sandboxes that run at once; further sandboxes wait in a queue. Thirty nodes of one GiB fit
 *     on the reference machine because an idle node takes some 40 MiB
 * @param parallelStarts number of sandboxes that are provisioned at once; on two cores, more would only slow each other
 *     down
 * @param starts number of sandboxes that one account may start within {@code limitWindow}; the allowance refills
 *     evenly. Thirty are more than a learner needs; a script that uses them up in a loop can then start only three a
 *     minute
 * @param resets number of resets of nodes that one account may request within {@code limitWindow}
 * @param limitWindow period to which {@code starts} and {@code resets} apply
 * @param nodePids maximum number of processes and threads in one node: enough for dockerd, containerd and some dozens
 *     of containers
 * @param disk number of bytes that all nodes of one sandbox together may store; each node gets an equal part. The
 *     default is enough for a few images that the learner adds; the images of the catalogue are shared and do not count
 * @param readyTimeout how long a node engine may take to answer after its node was started
 * @param setupTimeout how long one setup command of a lab may take
 * @param orphanAge how old an engine object that belongs to no open sandbox must be before it is removed
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
