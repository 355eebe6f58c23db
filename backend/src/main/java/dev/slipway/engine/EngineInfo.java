package dev.slipway.engine;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** The version of an engine and the properties of its host, as the engine reports them. */
public record EngineInfo(
        String version, String apiVersion, String storageDriver, List<String> securityOptions, Host host) {

    /** The machine on which an engine runs. */
    public record Host(String kernel, String operatingSystem, String cgroupVersion, int cpus, DataSize memory) {}
}
