package dev.slipway.check.assertion;

import dev.slipway.check.assertion.ObjectIs.PropertyWish;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.Trait;
import dev.slipway.lab.SourcePosition;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.MissingNode;

/**
 * A kind of assertion, as authors see it.
 *
 * @param name the name that an author writes, such as {@code container.running}
 * @param purpose a sentence that states when the assertion holds
 * @param example arguments of such an assertion, as an author would write them
 * @param read the function that creates the assertion from its arguments
 */
record Kind(String name, String purpose, String example, Function<Arguments, Assertion> read) {

    /**
     * Returns a kind that compares one property of an object. The comparators apply to that property.
     *
     * @param keyArgument the name of the argument that selects an entry, if the property has several entries with keys
     */
    static Kind property(String name, String purpose, String example, Trait trait, String keyArgument) {
        return new Kind(name, purpose, example, arguments -> {
            var node = arguments.node();
            var object = objectName(trait.of(), arguments);
            var key = trait.key().map(what -> arguments.required(keyArgument, Shape.KEY, what));
            var wish = ExpectedValue.read(trait.type(), arguments);
            return new ObjectIs(node, trait.of(), object, true, List.of(new PropertyWish(trait, key.orElse(""), wish)));
        });
    }

    static Kind property(String name, String purpose, String example, Trait trait) {
        return property(name, purpose, example, trait, "key");
    }

    /**
     * Returns a kind that compares several properties of an object. For each property, the assertion has an optional
     * argument with the name of the property.
     */
    static Kind properties(String name, String purpose, String example, ObjectKind of, Trait... traits) {
        return new Kind(name, purpose, example, arguments -> {
            var node = arguments.node();
            var object = objectName(of, arguments);
            var exists = arguments.flag("exists", true, "false if it must not be there");
            var wishes = new ArrayList<PropertyWish>();
            for (var trait : traits) {
                ExpectedValue.readProperty(trait.name(), trait.type(), "its " + trait.words(), arguments)
                        .forEach(wish -> wishes.add(new PropertyWish(trait, "", wish)));
            }
            if (!exists && !wishes.isEmpty()) {
                arguments.problem("wrong-argument", "An object that must not exist has no properties: remove them.");
            }
            return new ObjectIs(node, of, object, exists, wishes);
        });
    }

    private static String objectName(ObjectKind of, Arguments arguments) {
        if (!of.isNamed()) {
            return "";
        }
        var what = "the " + of.word() + "'s name";
        return switch (of) {
            case CONTAINER -> arguments.required("name", Shape.CONTAINER, what);
            case IMAGE -> arguments.image("name", what).toString();
            case VOLUME, NETWORK, SERVICE, SECRET, CONFIG, NODE, STACK, PROJECT, SWARM, ENGINE ->
                arguments.required("name", Shape.OBJECT, what);
        };
    }

    /** Returns the arguments that this kind takes. */
    Signature signature() {
        var nothing = sampleArguments();
        var _ = read.apply(nothing);
        return nothing.signature();
    }

    private Arguments sampleArguments() {
        var scope = new Scope(Map.of(), List.of(new NodeName("node1")), Optional.empty());
        var place = new Arguments.Place(new SourcePosition("", 1, 1), "");
        return new Arguments(MissingNode.getInstance(), List.of(), scope, place, new ArrayList<>());
    }
}
