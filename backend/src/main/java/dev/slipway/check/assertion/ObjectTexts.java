package dev.slipway.check.assertion;

import dev.slipway.check.assertion.ObjectIs.PropertyWish;
import dev.slipway.check.fact.ContainerTraits;
import dev.slipway.check.fact.PropertyFact;
import java.util.List;
import java.util.stream.Collectors;

/** Texts for learners about an object of a node engine and the properties of the object. */
record ObjectTexts(ObjectIs about) {

    /** Returns the kind and name of the object, as in "container web" or "Docker Engine". */
    private String object() {
        return about.name().isEmpty() ? about.kind().word() : about.kind().word() + " " + about.name();
    }

    private String named() {
        var word = about.kind().word();
        return about.name().isEmpty() ? word : word + " named " + about.name();
    }

    Outcome missing(PropertyFact fact) {
        var plural = about.kind().plural();
        return Outcome.fails(
                "There is no " + named() + ".",
                fact.others().isEmpty() ? "no " + plural : plural + ": " + ContainerTexts.list(fact.others()));
    }

    Outcome hindered(PropertyFact fact) {
        return Outcome.fails(
                "The Docker Engine of " + about.node() + " cannot say, because it does not manage a Swarm.",
                Excerpt.bare(fact.obstacle().replaceFirst("[.]$", "")));
    }

    Outcome unwanted() {
        return Outcome.fails("There is still a " + named() + ".", "a " + named());
    }

    Outcome otherwise(PropertyWish wanted, PropertyFact fact) {
        var wish = wanted.wish();
        var seen = seen(wanted, fact.values());
        if (fact.entries().isEmpty()) {
            return Outcome.fails("The " + object() + " has no " + wanted.words() + ".", instead(wanted, fact));
        }
        if (!wish.exists()) {
            return Outcome.fails("The " + object() + " still has a " + wanted.words() + ".", seen);
        }
        if (wanted.trait().several() || fact.entries().size() > 1) {
            return Outcome.fails(
                    "The " + object() + " has these " + wanted.trait().plural() + ": " + seen + ". One should "
                            + wish.should() + ".",
                    seen);
        }
        return Outcome.fails(
                "The " + wanted.words() + " of the " + object() + " is " + seen + ", but it should " + wish.should()
                        + ".",
                seen);
    }

    /**
     * Returns the observed values. Of a long log, returns only the newest lines, which the learner's last commands have
     * caused.
     */
    private static String seen(PropertyWish wanted, List<String> values) {
        var left = values.size() - ContainerTexts.MAX_NAMES;
        return left > 0 && wanted.trait().equals(ContainerTraits.LOGS)
                ? "…, " + wanted.wish().shown(values.subList(left, values.size()))
                : wanted.wish().shown(values);
    }

    private static String instead(PropertyWish wanted, PropertyFact fact) {
        return fact.others().isEmpty()
                ? "no " + wanted.words()
                : wanted.trait().plural() + ": " + ContainerTexts.list(fact.others());
    }

    /** Returns the expected state, as in "the restart policy of the container web is always". */
    String expected() {
        if (about.wishes().isEmpty()) {
            return (about.exists() ? "a " : "no ") + named();
        }
        return about.wishes().stream().map(this::expected).collect(Collectors.joining(" and "));
    }

    private String expected(PropertyWish wanted) {
        var wish = wanted.wish();
        if (wish.comparisons().isEmpty()) {
            return "the " + object() + " has " + (wish.exists() ? "a " : "no ") + wanted.words();
        }
        var subject = wanted.trait().several() ? "one of the " + wanted.trait().plural() : "the " + wanted.words();
        return subject + " of the " + object() + " " + wish.is();
    }
}
