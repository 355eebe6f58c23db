package dev.slipway.lab.folder;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.slipway.lab.LabProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published JSON schema. It reports violations as sentences. */
final class LabSchema {
    static final LabSchema LAB = new LabSchema("lab.schema.json");
    static final LabSchema COURSE = new LabSchema("course.schema.json");

    /** Maximum number of problems that are reported: more than an author reads at once. */
    private static final int MAX_PROBLEMS = 100;

    private final Schema schema;
    private final JsonNode source;

    private LabSchema(String resource) {
        var text = load(resource);
        source = JsonMapper.shared().readTree(text);
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()))
                .getSchema(text, InputFormat.JSON);
    }

    /** Returns the kinds of assertion that the schema lists. */
    List<String> assertionKinds() {
        return source.at("/$defs/assertion/properties").propertyNames().stream()
                .filter(kind -> !kind.equals("message"))
                .toList();
    }

    List<LabProblem> problems(YamlDocument document) {
        var problems = new LinkedHashMap<String, LabProblem>();
        var sentences = new SchemaSentences(source, document);
        for (var error : schema.validate(document.tree())) {
            var problem = sentences.translate(error);
            problems.putIfAbsent(problem.position() + problem.rule() + problem.message(), problem);
        }
        return problems.values().stream().limit(MAX_PROBLEMS).toList();
    }

    private static String load(String resource) {
        try (var in = Objects.requireNonNull(LabSchema.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
