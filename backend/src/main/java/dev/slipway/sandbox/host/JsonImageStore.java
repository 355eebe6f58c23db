package dev.slipway.sandbox.host;

import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.NodeImages;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the file that the image builder writes after it has built the images. The file is read on each call, because it
 * is small and may change while the platform runs.
 */
@Component
final class JsonImageStore implements ImageStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path file;

    JsonImageStore(SandboxProperties properties) {
        this.file = properties.imagesFile();
    }

    @Override
    public NodeImages current() {
        try {
            return JSON.readValue(file.toFile(), NodeImages.class);
        } catch (JacksonException e) {
            throw new UserFacingException(e, SandboxError.IMAGES_NOT_READY);
        }
    }
}
