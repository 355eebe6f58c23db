package dev.slipway.sandbox;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** The version of the host engine and the properties of its host, as the engine reports them. */
public record HostEngine(
        String version, String apiVersion, String storageDriver, List<String> securityOptions, Host host) {
    public HostEngine {
        securityOptions = List.copyOf(securityOptions);
    }

    /** The machine on which the host engine runs. */
    public record Host(String kernel, String operatingSystem, String cgroupVersion, int cpus, DataSize memory) {}
}
