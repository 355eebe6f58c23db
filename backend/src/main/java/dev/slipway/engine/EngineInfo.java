package dev.slipway.engine;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** The version of an engine and the properties of its host, as the engine reports them. */
public record EngineInfo(
        String version,
        String apiVersion,
        String kernel,
        String operatingSystem,
        String storageDriver,
        String cgroupVersion,
        List<String> securityOptions,
        int cpus,
        DataSize memory) {}
