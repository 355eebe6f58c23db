package dev.slipway.engine.docker;

import com.github.dockerjava.api.command.ListVolumesResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The creation times of volumes, which docker-java keeps only in the raw response. */
final class VolumeTimes {
    private final Map<String, Instant> times = new HashMap<>();

    static VolumeTimes of(ListVolumesResponse answer) {
        var times = new VolumeTimes();
        if (answer.getRawValues().get("Volumes") instanceof List<?> volumes) {
            volumes.forEach(times::read);
        }
        return times;
    }

    private void read(Object volume) {
        if (volume instanceof Map<?, ?> fields
                && fields.get("Name") instanceof String name
                && fields.get("CreatedAt") instanceof String written) {
            times.put(name, OffsetDateTime.parse(written).toInstant());
        }
    }

    /** Returns the creation time of a volume; the epoch if the engine did not send it. */
    Instant get(String volume) {
        return times.getOrDefault(volume, Instant.EPOCH);
    }
}
