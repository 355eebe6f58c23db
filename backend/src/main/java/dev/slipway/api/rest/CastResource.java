package dev.slipway.api.rest;

import dev.slipway.terminal.Cast;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** Content of a recording with a known length, so that clients can request ranges. */
final class CastResource extends AbstractResource {
    private final Cast cast;

    CastResource(Cast cast) {
        this.cast = cast;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return cast.v3();
    }

    @Override
    public long contentLength() {
        return cast.length();
    }

    @Override
    public String getDescription() {
        return "recording " + cast.recording().id();
    }
}
