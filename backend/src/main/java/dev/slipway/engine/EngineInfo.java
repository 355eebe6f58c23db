package dev.slipway.engine;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** An engine's version and its host, as the engine itself reports them. */
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
