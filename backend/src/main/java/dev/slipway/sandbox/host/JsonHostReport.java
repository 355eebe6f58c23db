package dev.slipway.sandbox.host;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineInfo;
import dev.slipway.sandbox.HostEngine;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.SandboxProperties;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the report that the host engine's container writes when it starts. */
@Component
final class JsonHostReport implements HostReport {
    private static final Logger log = LoggerFactory.getLogger(JsonHostReport.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Path file;
    private final ContainerEngine engine;

    JsonHostReport(SandboxProperties properties, ContainerEngine engine) {
        this.file = properties.hostFile();
        this.engine = engine;
    }

    @Override
    public List<Finding> findings() {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (JacksonException e) {
            log.warn("host report unreadable file={} cause={}", file, e.getOriginalMessage());
            return List.of();
        }
    }

    @Override
    public HostEngine engine() {
        try {
            return hostEngine(engine.info());
        } catch (EngineException e) {
            throw EngineErrors.translated(e);
        }
    }

    private static HostEngine hostEngine(EngineInfo info) {
        var host = info.host();
        return new HostEngine(
                info.version(),
                info.apiVersion(),
                info.storageDriver(),
                info.securityOptions(),
                new HostEngine.Host(
                        host.kernel(), host.operatingSystem(), host.cgroupVersion(), host.cpus(), host.memory()));
    }
}
