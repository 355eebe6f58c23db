package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.Trait;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * States that an object of the node engine exists and that its properties match, or that the object does not exist. All
 * assertions about properties have this type; {@link Kind} defines the properties that each kind of assertion compares.
 *
 * @param name empty for a kind of object that has no name
 * @param wishes empty if only the existence of the object matters
 */
record ObjectIs(NodeName node, ObjectKind kind, String name, boolean exists, List<PropertyWish> wishes)
        implements Assertion {
    ObjectIs {
        wishes = List.copyOf(wishes);
    }

    /**
     * A condition on one property.
     *
     * @param key the key of the entry to which the condition applies; empty if it applies to all entries
     */
    record PropertyWish(Trait trait, String key, ExpectedValue wish) {

        /** Returns the name of the property for learners, as in "label tier". */
        String words() {
            return key.isEmpty() ? trait.words() : trait.words() + " " + key;
        }
    }

    private FactNeed.Property need(Trait trait, String key) {
        return new FactNeed.Property(node, trait, name, key);
    }

    private FactNeed.Property existence() {
        return wishes.isEmpty()
                ? need(Trait.existence(kind), "")
                : need(wishes.getFirst().trait(), wishes.getFirst().key());
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return wishes.isEmpty()
                ? Set.of(existence())
                : wishes.stream().map(w -> need(w.trait(), w.key())).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        var texts = new ObjectTexts(this);
        return Outcome.of(facts.about(existence()), object -> {
            if (!object.obstacle().isEmpty()) {
                return exists ? texts.hindered(object) : Outcome.holds();
            }
            if (!object.present()) {
                return exists ? texts.missing(object) : Outcome.holds();
            }
            return exists ? Outcome.all(wishes.stream().map(w -> evaluate(w, facts))) : texts.unwanted();
        });
    }

    private Outcome evaluate(PropertyWish wanted, Facts facts) {
        return Outcome.of(
                facts.about(need(wanted.trait(), wanted.key())),
                property -> wanted.wish().holdsFor(property.values()) ? Outcome.holds() : fails(wanted, property));
    }

    private Outcome fails(PropertyWish wanted, PropertyFact property) {
        return property.truncated()
                ? new Outcome.Unknown("There are too many values of this to look at: " + wanted.words() + ".")
                : new ObjectTexts(this).otherwise(wanted, property);
    }

    @Override
    public String expected() {
        return new ObjectTexts(this).expected();
    }
}
