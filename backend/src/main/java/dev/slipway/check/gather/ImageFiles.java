package dev.slipway.check.gather;

import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.sandbox.json.JsonMask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files of images. The engine's API gives access only to files of containers. Therefore this class creates a
 * container of the image, never starts it, reads the file, and removes the container about 50 ms later. Since an image
 * never changes, this class does so once for each image and path, and keeps the result. The learner can see the
 * container for these 50 ms, and later in {@code docker events}. Used by one thread at a time.
 */
final class ImageFiles {
    /** Label of such a container. The engine copies the labels of a container to the events about it. */
    static final String LABEL = "dev.slipway.check";

    static final String NAME_PREFIX = "slipway-check-";

    private static final int CREATED = 201;
    private static final JsonMask ID = JsonMask.of("/Id");
    /**
     * Maximum number of results that are kept: more than the number of paths that a lab's checks read. The limit is
     * needed because a faked engine may report another image id each time.
     */
    private static final int MAX_KNOWN = 100;

    private final NodeEngineApi engine;
    private final ContainerFiles files;
    private final Map<String, FileFact> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FileFact> eldest) {
            return size() > MAX_KNOWN;
        }
    };
    private boolean swept;

    ImageFiles(NodeEngineApi engine, ContainerFiles files) {
        this.engine = engine;
        this.files = files;
    }

    FileFact read(ImageName image, String path, Allowance allowance) throws LookupException {
        var found = engine.find("/images/" + image + "/json", ID, allowance);
        if (found.isEmpty()) {
            return FileFact.of(FileFact.Kind.NO_SUBJECT);
        }
        var id = found.get().path("Id").asString("");
        var key = id + " " + path;
        var fact = known.get(key);
        if (fact == null) {
            sweep(allowance);
            fact = readAnew(id, path, allowance);
            known.put(key, fact);
        }
        return fact;
    }

    private FileFact readAnew(String imageId, String path, Allowance allowance) throws LookupException {
        var name = NAME_PREFIX + UUID.randomUUID();
        var settings =
                JsonMapper.shared().createObjectNode().put("Image", imageId).put("NetworkDisabled", true);
        settings.putArray("Entrypoint").add("/never-started");
        settings.putObject("Labels").put(LABEL, "true");
        var status = engine.send("POST", "/containers/create?name=" + name, settings.toString(), allowance);
        if (status != CREATED) {
            throw LookupException.unavailable("Slipway could not look into the image: status " + status + ".", null);
        }
        try {
            return files.readExisting(name, path, allowance);
        } finally {
            remove(name, allowance);
        }
    }

    /** Removes containers that an earlier run of the platform left behind when it was killed. */
    private void sweep(Allowance allowance) throws LookupException {
        if (swept) {
            return;
        }
        for (var container : EngineAnswers.containers(
                        engine.get("/containers/json?all=1", EngineAnswers.CONTAINERS, allowance))
                .containers()) {
            if (container.name().startsWith(NAME_PREFIX)) {
                remove(container.name(), allowance);
            }
        }
        swept = true;
    }

    private void remove(String name, Allowance allowance) throws LookupException {
        engine.send("DELETE", "/containers/" + name + "?force=1&v=1", "", allowance);
    }
}
