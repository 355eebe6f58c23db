package dev.slipway.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.slipway.engine.EngineProperties;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A docker-java client for an API version that the engine supports. */
record EngineClient(DockerClient client, RemoteApiVersion version, DockerHttpClient transport)
        implements AutoCloseable {
    /** The newest API version with which this code was tested. */
    private static final RemoteApiVersion NEWEST = RemoteApiVersion.create(1, 45);

    /**
     * Requests the engine's newest API version through a path without a version. The client then uses that version or
     * {@link #NEWEST}, whichever is older.
     */
    static EngineClient connect(EngineProperties properties) {
        var transport = new ApacheDockerHttpClient.Builder()
                .dockerHost(properties.socket())
                .connectionTimeout(properties.connectTimeout())
                .responseTimeout(properties.callTimeout())
                .build();
        var answer = client(properties, RemoteApiVersion.UNKNOWN_VERSION, transport)
                .versionCmd()
                .exec();
        var theirs = RemoteApiVersion.parseConfig(answer.getApiVersion());
        var version = theirs.isGreaterOrEqual(NEWEST) ? NEWEST : theirs;
        return new EngineClient(client(properties, version, transport), version, transport);
    }

    private static DockerClient client(
            EngineProperties properties, RemoteApiVersion version, DockerHttpClient transport) {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(properties.socket().toString())
                .withDockerTlsVerify(false)
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(config, transport);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
