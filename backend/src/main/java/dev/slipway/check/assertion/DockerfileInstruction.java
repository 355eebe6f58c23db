package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Dockerfile.Instruction;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.NodeFileFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * States that a Dockerfile on the node has the wanted number of matching instructions and, if {@code before} is given,
 * that an instruction that matches {@code before} follows the first of them.
 */
record DockerfileInstruction(
        NodeName node, String path, Pick wanted, List<ExpectedValue> count, Optional<Pick> before, boolean upper)
        implements Assertion {

    /** Selects instructions by their word and argument. */
    record Pick(String word, ExpectedValue argument) {
        static Pick read(Arguments arguments) {
            return new Pick(
                    arguments.required("instruction", Shape.oneOf(Dockerfile.WORDS), "which instruction"),
                    ExpectedValue.read(ValueType.TEXT, arguments));
        }

        boolean matches(Instruction instruction) {
            return instruction.word().equals(word)
                    && argument.comparisons().stream().allMatch(c -> c.holdsFor(instruction.argument()));
        }

        @Override
        public String toString() {
            return word + (argument.comparisons().isEmpty() ? "" : " whose argument " + argument.is());
        }
    }

    static DockerfileInstruction read(Arguments arguments) {
        return new DockerfileInstruction(
                arguments.node(),
                arguments.required("path", Shape.PATH, "the Dockerfile on the node"),
                Pick.read(arguments),
                ExpectedValue.readProperty("count", ValueType.NUMBER, "how many there are of it", arguments),
                arguments.group("before", "an instruction that must come later", Pick::read),
                arguments.flag("uppercase", false, "true if it must be written in upper case"));
    }

    private FactNeed.NodeFile file() {
        return new FactNeed.NodeFile(node, path);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(file());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(file()), this::evaluate);
    }

    private Outcome evaluate(NodeFileFact found) {
        if (found.file().kind() != FileFact.Kind.FILE) {
            return Outcome.fails("There is no file " + path + " on " + node + ".", "no file at " + path);
        }
        if (found.file().truncated()) {
            return new Outcome.Unknown("The file " + path + " is too long to read.");
        }
        return evaluate(Dockerfile.parse(found.file().text()).instructions());
    }

    private Outcome evaluate(List<Instruction> all) {
        var matching = all.stream().filter(wanted::matches).toList();
        var exists = wanted.argument().exists();
        if (!exists && !matching.isEmpty()) {
            return Outcome.fails("The Dockerfile still has a " + wanted.word() + ".", shown(matching));
        }
        if (exists && matching.isEmpty()) {
            return missing(all);
        }
        var number = List.of(Integer.toString(matching.size()));
        if (!count.stream().allMatch(wish -> wish.holdsFor(number))) {
            return Outcome.fails(
                    "The Dockerfile has another number of " + wanted.word() + " instructions.", shown(matching));
        }
        if (upper && matching.stream().anyMatch(i -> !i.written().equals(i.word()))) {
            return Outcome.fails(
                    "Docker would take it, but the instruction is to be written in upper case.",
                    matching.getFirst().written());
        }
        return before.map(later -> ordered(all, later)).orElseGet(Outcome::holds);
    }

    private Outcome missing(List<Instruction> all) {
        var same = all.stream().filter(i -> i.word().equals(wanted.word())).toList();
        return same.isEmpty()
                ? Outcome.fails("The Dockerfile has no " + wanted.word() + ".", shown(all))
                : Outcome.fails("The Dockerfile has no such " + wanted.word() + ".", shown(same));
    }

    private Outcome ordered(List<Instruction> all, Pick later) {
        var first = IntStream.range(0, all.size())
                .filter(i -> wanted.matches(all.get(i)))
                .findFirst()
                .orElse(all.size());
        return all.subList(Math.min(first + 1, all.size()), all.size()).stream().anyMatch(later::matches)
                ? Outcome.holds()
                : Outcome.fails("The " + wanted.word() + " does not come before the " + later.word() + ".", shown(all));
    }

    private static String shown(List<Instruction> instructions) {
        return instructions.isEmpty()
                ? "no instructions"
                : ContainerTexts.list(instructions.stream()
                        .map(i -> Excerpt.bare(i.toString()))
                        .toList());
    }

    @Override
    public String expected() {
        var times = count.isEmpty() ? "" : ", whose number " + count.getFirst().is();
        return (wanted.argument().exists() ? "" : "no ")
                + wanted
                + times
                + before.map(later -> ", before " + later).orElse("");
    }
}
