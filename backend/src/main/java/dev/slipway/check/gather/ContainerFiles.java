package dev.slipway.check.gather;

import dev.slipway.check.fact.FileFact;
import dev.slipway.sandbox.json.JsonMask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads files of containers through the node engine's archive API, which also works for containers that do not run. */
final class ContainerFiles {
    /** Maximum number of symbolic links to follow, so that reading ends if links form a loop. */
    private static final int MAX_LINKS = 8;
    /** Maximum size of the headers around a file's content in an archive, in bytes. */
    private static final int ARCHIVE_OVERHEAD = 8 * 1024;

    /** Fields to read when only the existence of the container matters. */
    private static final JsonMask EXISTS = JsonMask.of("/Id");

    private final NodeEngineApi engine;
    private final int limit;

    ContainerFiles(NodeEngineApi engine, int limit) {
        this.engine = engine;
        this.limit = limit;
    }

    FileFact read(String container, String path, Allowance allowance) throws LookupException {
        if (engine.find("/containers/" + container + "/json", EXISTS, allowance).isEmpty()) {
            return FileFact.of(FileFact.Kind.NO_SUBJECT);
        }
        return readExisting(container, path, allowance);
    }

    FileFact readExisting(String container, String path, Allowance allowance) throws LookupException {
        var at = path;
        for (var links = 0; links <= MAX_LINKS; links++) {
            var query = "/containers/" + container + "/archive?path=" + URLEncoder.encode(at, StandardCharsets.UTF_8);
            var archive = engine.findBytes(query, limit + ARCHIVE_OVERHEAD, allowance);
            if (archive.isEmpty()) {
                return FileFact.of(FileFact.Kind.MISSING);
            }
            var entry = TarFile.firstOf(archive.get(), limit).orElseThrow(() -> engine.unreadable(null));
            if (entry.link().isEmpty()) {
                return entry.fact();
            }
            at = resolved(at, entry.link().get());
        }
        return FileFact.of(FileFact.Kind.OTHER);
    }

    /** Returns the path to which a link points. The engine resolves {@code ..} in that path. */
    private static String resolved(String link, String target) {
        return target.startsWith("/") ? target : link.substring(0, link.lastIndexOf('/') + 1) + target;
    }
}
