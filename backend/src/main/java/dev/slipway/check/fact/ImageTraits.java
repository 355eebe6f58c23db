package dev.slipway.check.fact;

import static dev.slipway.check.fact.ObjectKind.IMAGE;
import static dev.slipway.check.fact.Trait.at;
import static dev.slipway.check.fact.Trait.property;

import dev.slipway.sandbox.json.JsonMask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comparable properties of images. */
public final class ImageTraits {
    public static final Trait TAG = property(IMAGE, "tag", "name", i -> Trait.texts(i.path("RepoTags")))
            .typed(ValueType.IMAGE)
            .severally();
    public static final Trait LAYERS = property(
                    IMAGE,
                    "layers",
                    "number of layers",
                    i -> Stream.of(Integer.toString(i.at("/RootFS/Layers").size())))
            .typed(ValueType.NUMBER);
    public static final Trait SIZE = at(IMAGE, "size", "size", "/Size").typed(ValueType.SIZE);
    public static final Trait HISTORY = property(IMAGE, "history", "history step", i -> Stream.empty())
            .detour(
                    new Trait.Detour("/images/%s/history", JsonMask.of("/CreatedBy")),
                    (image, history) -> history.values().stream()
                            .map(step -> new PropertyFact.Entry(
                                    "", step.path("CreatedBy").asString(""))))
            .severally();
    public static final Trait ENTRYPOINT =
            property(IMAGE, "entrypoint", "entry point", i -> words(i.at("/Config/Entrypoint")));
    public static final Trait CMD = property(IMAGE, "cmd", "default command", i -> words(i.at("/Config/Cmd")));
    public static final Trait USER = at(IMAGE, "user", "user", "/Config/User");
    public static final Trait EXPOSES = property(
                    IMAGE, "exposes", "exposed port", i -> i.at("/Config/ExposedPorts").propertyNames().stream())
            .typed(ValueType.PORT)
            .severally();
    public static final Trait ENV = property(IMAGE, "env", "environment variable", i -> Stream.empty())
            .keyed("name of the variable", i -> ContainerTraits.environment(i.at("/Config/Env")));
    public static final Trait WORKDIR = at(IMAGE, "workdir", "working directory", "/Config/WorkingDir");
    public static final Trait LABEL = property(IMAGE, "label", "label", i -> Stream.empty())
            .keyed("name of the label", i -> Trait.members(i.at("/Config/Labels")));
    public static final Trait ID =
            property(IMAGE, "id", "id", i -> Stream.of(i.path("Id").asString("").replaceFirst("^sha256:", "")));

    private ImageTraits() {}

    /** Returns a command as one text, with a blank between its words. */
    private static Stream<String> words(JsonNode command) {
        return Stream.of(Trait.texts(command).collect(Collectors.joining(" ")));
    }
}
