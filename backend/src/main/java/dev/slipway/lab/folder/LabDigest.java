package dev.slipway.lab.folder;

import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Page;
import dev.slipway.lab.Picture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * SHA-256 over the content of a lab that a learner or a check can observe: lab.yaml as data without its proofs, the
 * pages with their pictures, and the files of the nodes. Comments, the order of keys, and the solutions do not change
 * the digest. The length of each part is hashed before the part, so that different labs never give the same input.
 */
final class LabDigest {
    private final MessageDigest sha256;

    private LabDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(JsonNode root, List<Page> pages, List<NodeTemplate> nodes) {
        var digest = new LabDigest();
        var data = root.deepCopy().asObject();
        data.remove("proofs");
        digest.add(data);
        for (var page : pages) {
            digest.add(page.id());
            digest.add(page.markdown());
            new TreeMap<>(page.pictures()).forEach((address, picture) -> {
                digest.add(address);
                digest.add(
                        switch (picture) {
                            case Picture.Drawing(var svg) -> svg;
                            case Picture.Pixels(var dataUri) -> dataUri;
                        });
            });
        }
        for (var node : nodes) {
            node.files().forEach(file -> digest.add(file.content()));
        }
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void add(JsonNode value) {
        if (value.isObject()) {
            add("{" + value.size());
            var members = new TreeMap<String, JsonNode>();
            value.forEachEntry(members::put);
            members.forEach((key, member) -> {
                add(key);
                add(member);
            });
        } else if (value.isArray()) {
            add("[" + value.size());
            value.forEach(this::add);
        } else {
            add(value.getNodeType() + " " + value.asString(""));
        }
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha256.update(bytes);
    }
}
