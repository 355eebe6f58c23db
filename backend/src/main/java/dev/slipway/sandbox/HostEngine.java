package dev.slipway.sandbox;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** The version of the host engine and the properties of its host, as the engine reports them. */
public record HostEngine(
        String version,
        String apiVersion,
        String kernel,
        String operatingSystem,
        String storageDriver,
        String cgroupVersion,
        List<String> securityOptions,
        int cpus,
        DataSize memory) {
    public HostEngine {
        securityOptions = List.copyOf(securityOptions);
    }
}
