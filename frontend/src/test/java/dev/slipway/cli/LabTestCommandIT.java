package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.slipway.lab.ProvableLab;
import dev.slipway.lab.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Proves all labs of the project, as {@code ./slipway lab test} does, and shows that wrong proofs fail. */
class LabTestCommandIT {
    private static final Path TARGET = Path.of("target");
    private static final Path REPORT = TARGET.resolve("proofs.xml");
    private static final Path LOG = TARGET.resolve("proofs.log");
    private static final String UNPROVEN = "unproven";

    /** Enough for several hundred runs of ten seconds each, three at a time. */
    private static final int LIMIT_MINUTES = 40;

    private static List<Run> runs = List.of();

    /**
     * A test case of the report.
     *
     * @param failure empty if the proof holds
     * @param messages messages that the learner of a wrong solution reads: a line for each task that fails
     */
    private record Run(String lab, String proof, String failure, String details, String messages) {}

    @BeforeAll
    @Timeout(value = LIMIT_MINUTES + 1, unit = TimeUnit.MINUTES)
    static void provesEverything() throws Exception {
        Files.deleteIfExists(REPORT);
        var process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as("all proofs within %d minutes, see %s", LIMIT_MINUTES, LOG)
                    .isTrue();
        } finally {
            process.destroy();
        }
        assertThat(REPORT)
                .as("the report; for the cause of its absence see %s", LOG)
                .exists();
        assertThat(process.exitValue())
                .as("exit status, as not all proofs hold")
                .isEqualTo(1);
        runs = read(REPORT);
    }

    @TestFactory
    Stream<DynamicTest> labIsProven() {
        var shipped = runs.stream().filter(run -> !run.lab().equals(UNPROVEN)).toList();
        assertThat(shipped).isNotEmpty();
        return shipped.stream()
                .map(run -> dynamicTest(
                        run.lab() + ": " + run.proof(),
                        () -> assertThat(run.failure()).as(run.details()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> mistakeIsToldWithWhatWasSeen() {
        return ProvableLab.read(List.of(Path.of("..", "labs"))).stream()
                .flatMap(lab -> lab.lab().tasks().stream()
                        .map(task -> dynamicTest(
                                lab.lab().id() + ": " + task.id(),
                                () -> assertThat(messages(lab.lab().id().value(), task.id()))
                                        .isNotEmpty()
                                        .allSatisfy(LabTestCommandIT::tellsWhatWasSeen))));
    }

    private static List<String> messages(String lab, TaskId task) {
        return runs.stream()
                .filter(run -> run.lab().equals(lab))
                .flatMap(run -> run.messages().lines())
                .filter(line -> line.startsWith(task + " failed at "))
                .toList();
    }

    private static void tellsWhatWasSeen(String message) {
        assertThat(message)
                .contains("Seen: ", "Expected: ")
                .doesNotContainPattern("Exception|\\bat [a-z]+\\.[a-z.]+\\(");
        var said = message.replaceFirst("^\\S+ failed at \\S+ ", "").replaceFirst(" Seen: .*", "");
        assertThat(said.split(" ")).as(said).hasSizeGreaterThan(3);
    }

    @Test
    void aProofHoldsThatTypesKeysAndWorksInsideAContainer() {
        assertThat(unproven("untouched").failure()).isEmpty();
        assertThat(unproven("keys and a shell inside").failure()).isEmpty();
    }

    @Test
    void aProofIsFoundOutThatSaysWhatIsNotSo() {
        assertThat(unproven("said to pass").failure()).startsWith("run should pass, but failed at container.running: ");
        assertThat(unproven("said to fail").failure()).isEqualTo("run passed, but should fail");
    }

    @Test
    void aSolutionThatCannotBeTypedIsFoundOut() {
        assertThat(unproven("waits in vain").failure())
                .isEqualTo("solutions/wrong-until.sh: line 2 waits for a text that did not appear: something else");
        assertThat(unproven("another node").failure())
                .isEqualTo("solutions/wrong-node.sh: the lab has no node elsewhere");
    }

    @Test
    void aFailingProofShowsTerminalVerdictsAndFacts() {
        assertThat(unproven("said to fail").details()).contains("run: passed", "facts: {", "BusyBox", "lab.yaml:");
    }

    private static Run unproven(String proof) {
        return runs.stream()
                .filter(run -> run.lab().equals(UNPROVEN) && run.proof().equals(proof))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        // Shortens the wait for a text that never appears, which by default is as long as for a slow command.
        command.add("-Dslipway.proof.prompt=45s");
        // Ten times the default, because the machine is busy with several proofs at a time.
        command.add("-Dslipway.sandbox.ready-timeout=5m");
        setting("slipway.engine.socket", "slipway.engine.socket", command);
        setting("slipway.images", "slipway.sandbox.images-file", command);
        setting("slipway.agents.folder", "slipway.agents.folder", command);
        command.addAll(
                List.of("-jar", TARGET.resolve("slipway").resolve("slipway.jar").toString(), "lab", "test"));
        command.add(Path.of("..", "labs").toString());
        command.add(Path.of("src", "test", "labs", UNPROVEN).toString());
        command.addAll(List.of("--junit", REPORT.toString()));
        return command;
    }

    private static void setting(String ofTest, String ofPlatform, List<String> command) {
        var value = System.getProperty(ofTest, "");
        if (!value.isEmpty()) {
            command.add("-D" + ofPlatform + "=" + value);
        }
    }

    private static List<Run> read(Path report) throws ParserConfigurationException, IOException, SAXException {
        var cases = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        return IntStream.range(0, cases.getLength())
                .mapToObj(index -> run((Element) cases.item(index)))
                .toList();
    }

    private static Run run(Element testCase) {
        var failures = testCase.getElementsByTagName("failure");
        var messages = testCase.getElementsByTagName("system-out");
        var failure = failures.getLength() == 0 ? null : (Element) failures.item(0);
        return new Run(
                testCase.getAttribute("classname"),
                testCase.getAttribute("name"),
                failure == null ? "" : failure.getAttribute("message"),
                failure == null ? "" : failure.getTextContent(),
                messages.getLength() == 0 ? "" : messages.item(0).getTextContent());
    }
}
