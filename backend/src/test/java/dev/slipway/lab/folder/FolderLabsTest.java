package dev.slipway.lab.folder;

import static dev.slipway.lab.folder.LabFixture.aLab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.check.CheckSyntax;
import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProperties;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.SourcePosition;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class FolderLabsTest {
    private static final LabId MY_LAB = new LabId("my-lab");
    private static final String READABLE = "contains: \"${WORD}\"";
    private static final String UNREADABLE = "matches: \"(\"";

    @TempDir
    Path folder;

    private final MemoryContents contents = new MemoryContents();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeEach
    void writeCourse() throws IOException {
        write("course-one/course.yaml", "title: Course one\nsummary: A course for a test.\nlabs: [my-lab]\n");
        writeLab("course-one/my-lab", aLab());
    }

    @Test
    void offersCoursesAndTheirLabs() {
        var labs = labs();

        assertThat(labs.problems()).isEmpty();
        assertThat(labs.courses())
                .containsExactly(new Course("course-one", "Course one", "A course for a test.", List.of(MY_LAB)));
        assertThat(labs.require(MY_LAB).title()).isEqualTo("My lab");
    }

    @Test
    void saysThatThereIsNoSuchLab() {
        assertThatThrownBy(() -> labs().require(new LabId("nothing"))).isInstanceOf(UserFacingException.class);
    }

    @Test
    void brokenLabDoesNotBreakOthers() throws IOException {
        write("course-one/course.yaml", "title: Course one\nsummary: A course for a test.\nlabs: [broken, my-lab]\n");
        write("course-one/broken/lab.yaml", "id: [");

        var labs = labs();

        assertThat(labs.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.position().file()).isEqualTo("course-one/broken/lab.yaml"));
        assertThat(labs.courses().getFirst().labs()).containsExactly(MY_LAB);
    }

    @Test
    void readsAgainWhenAFileHasChanged() throws IOException {
        var labs = labs();

        write("course-one/my-lab/lab.yaml", LabFixture.LAB_YAML.replace("My lab", "My other lab"));
        assertThat(labs.require(MY_LAB).title()).as("within two seconds").isEqualTo("My lab");

        now.updateAndGet(instant -> instant.plusSeconds(3));
        assertThat(labs.require(MY_LAB).title()).isEqualTo("My other lab");
    }

    @Test
    void labThatHasBecomeUnreadableStaysAsItWas() throws IOException {
        var labs = labs();

        write("course-one/my-lab/lab.yaml", "id: [");
        now.updateAndGet(instant -> instant.plusSeconds(3));

        assertThat(labs.find(MY_LAB)).isPresent();
        assertThat(labs.problems()).extracting(LabProblem::rule).containsExactly("yaml-syntax");
    }

    @Test
    void labWhoseCheckCannotBeUnderstoodIsNotOffered() throws IOException {
        writeLab("course-one/my-lab", aLab().replacing("lab.yaml", READABLE, UNREADABLE));

        var labs = labs();

        assertThat(labs.problems()).singleElement().satisfies(FolderLabsTest::isAboutTheCheck);
        assertThat(labs.courses().getFirst().labs()).isEmpty();
        assertThat(labs.find(MY_LAB)).isEmpty();
    }

    @Test
    void labWhoseCheckHasBecomeUnreadableStaysAsItWas() throws IOException {
        var labs = labs();
        var before = labs.require(MY_LAB);

        writeLab("course-one/my-lab", aLab().replacing("lab.yaml", READABLE, UNREADABLE));
        laterOn();

        assertThat(labs.find(MY_LAB)).contains(before);
        assertThat(labs.problems()).singleElement().satisfies(FolderLabsTest::isAboutTheCheck);
    }

    private static void isAboutTheCheck(LabProblem problem) {
        assertThat(problem.rule()).isEqualTo("wrong-argument");
        assertThat(problem.severity()).isEqualTo(LabProblem.Severity.ERROR);
        assertThat(problem.position().file()).isEqualTo("course-one/my-lab/lab.yaml");
        assertThat(problem.position().line()).isEqualTo(29);
    }

    @Test
    void reportsLabsThatCourseAndFolderDoNotAgreeAbout() throws IOException {
        write("course-one/course.yaml", "title: Course one\nsummary: A course for a test.\nlabs: [my-lap]\n");

        assertThat(labs().problems())
                .extracting(LabProblem::rule)
                .containsExactlyInAnyOrder("unknown-lab", "lab-not-listed");
    }

    @Test
    void reportsIdThatIsUsedTwiceAndCourseWithoutItsFile() throws IOException {
        writeLab("course-two/my-lab", aLab());

        assertThat(labs().problems())
                .extracting(LabProblem::rule)
                .containsExactlyInAnyOrder("missing-file", "duplicate-id");
    }

    @Test
    void doesNotFollowSymbolicLinks() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.md"), "# Secret\n");
        Files.createSymbolicLink(folder.resolve("course-one/my-lab/pages/20-secret.md"), secret);

        var labs = labs();

        assertThat(labs.problems()).extracting(LabProblem::rule).containsExactly("symbolic-link");
        assertThat(labs.find(MY_LAB)).isEmpty();
    }

    @Test
    void refusesFileThatIsTooLarge() throws IOException {
        write("course-one/my-lab/files/large.txt", "x".repeat((1 << 20) + 1));

        assertThat(labs().problems()).extracting(LabProblem::rule).containsExactly("file-too-large");
    }

    @Test
    void choosesTheSameVariablesForTheSameSeed() {
        var labs = labs();
        Lab lab = labs.require(MY_LAB);

        assertThat(labs.chooseVariables(lab, 7)).isEqualTo(labs.chooseVariables(lab, 7));
        assertThat(labs.chooseVariables(lab, 7).get("WORD"))
                .matches("([bdfgklmnprstvz][aeiou]){3}")
                .isNotEqualTo(labs.chooseVariables(lab, 8).get("WORD"));
        assertThat(labs.chooseVariables(lab, 7).get("PORT")).isIn("8080", "8081");
    }

    @Test
    void choosesWhatItChoseInEarlierVersions() {
        assertThat(new SeededDraw(42, "WORD").word()).isEqualTo("vozizi");
    }

    @Test
    void readsFurtherFoldersThatTheSettingNames() throws IOException {
        writeLab("elsewhere/more/my-lab", aLab());
        write("elsewhere/more/course.yaml", "title: More labs\nsummary: A course of another folder.\nlabs: [my-lab]\n");
        var other = folder.resolve("elsewhere");

        var labs = labs(List.of(folder.resolve("course-one"), other));

        assertThat(labs.courses()).extracting(Course::id).containsExactly("course-one", "more");
    }

    @Test
    void offersLabThatIsAddedWhileItRuns() throws IOException {
        var labs = labs();

        write("course-one/course.yaml", "title: Course one\nsummary: A course for a test.\nlabs: [my-lab, late]\n");
        writeLab("course-one/late", aLab().replacing("lab.yaml", "id: my-lab", "id: late"));
        laterOn();

        assertThat(labs.courses().getFirst().labs()).containsExactly(MY_LAB, new LabId("late"));
    }

    @Test
    void keptLabStaysAsItWasWhenItsFolderChanges() throws IOException {
        var labs = labs();
        var begun = labs.keep(MY_LAB);

        write("course-one/my-lab/lab.yaml", LabFixture.LAB_YAML.replace("My lab", "My other lab"));
        write("course-one/my-lab/pages/10-start.md", LabFixture.PAGE.replace("# Start", "# Another start"));
        laterOn();

        assertThat(labs.require(MY_LAB).title()).isEqualTo("My other lab");
        assertThat(labs.find(begun.version())).get().satisfies(found -> assertIsTheSame(found, begun));
        assertThat(begun.pages().getFirst().title()).isEqualTo("Start");
    }

    @Test
    void keptLabStaysWhenItsFolderVanishesAndThePlatformIsStartedAgain() throws IOException {
        var begun = labs().keep(MY_LAB);

        FileSystemUtils.deleteRecursively(folder.resolve("course-one/my-lab"));
        var again = labs();

        assertThat(again.find(MY_LAB)).isEmpty();
        assertThat(again.find(begun.version())).get().satisfies(found -> assertIsTheSame(found, begun));
        assertThat(begun.pages().getFirst().pictures()).containsKey("ports.svg");
        assertThat(begun.machines().nodes().getFirst().files().getFirst().content())
                .isEqualTo("services: {}\n");
    }

    @Test
    void contentIsKeptOnceAndWithoutSolutions() throws IOException {
        var labs = labs();
        var digest = labs.keep(MY_LAB).version().digest();
        write("course-one/my-lab/solutions/ok.sh", "docker ps --all\n");
        laterOn();

        labs.keep(MY_LAB);

        assertThat(contents.size()).isOne();
        assertThat(contents.get(digest).orElseThrow())
                .containsOnlyKeys("lab.yaml", "pages/10-start.md", "pages/ports.svg", "files/stack.yml");
    }

    @Test
    void attemptFromBeforeContentWasKeptGetsTheLabOfNow() {
        var labs = labs();

        assertThat(labs.find(new LabVersion(MY_LAB, "1.0.0", "0".repeat(64)))).contains(labs.require(MY_LAB));
    }

    @Test
    void labThatIsGoneCannotBeKept() {
        assertThatThrownBy(() -> labs().keep(new LabId("nothing"))).isInstanceOf(UserFacingException.class);
    }

    /**
     * Asserts that two labs are equal, except for the names of files in positions: those of a stored lab have no
     * course.
     */
    private static void assertIsTheSame(Lab found, Lab begun) {
        assertThat(found.version()).isEqualTo(begun.version());
        assertThat(found.title()).isEqualTo(begun.title());
        assertThat(found.pages()).isEqualTo(begun.pages());
        assertThat(found.machines().nodes()).isEqualTo(begun.machines().nodes());
        assertThat(found.machines().setup()).isEqualTo(begun.machines().setup());
        assertThat(found.variables()).isEqualTo(begun.variables());
        assertThat(found.tasks())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(SourcePosition.class)
                .isEqualTo(begun.tasks());
    }

    private FolderLabs labs() {
        return labs(List.of(folder));
    }

    private void laterOn() {
        now.updateAndGet(instant -> instant.plusSeconds(3));
    }

    private FolderLabs labs(List<Path> folders) {
        return new FolderLabs(
                new LabProperties(folders, Duration.ofSeconds(2)),
                _ -> false,
                new KeptLabs(contents),
                List.of(CheckSyntax::problems),
                instants().withZone(ZoneOffset.UTC));
    }

    private InstantSource instants() {
        return now::get;
    }

    private void writeLab(String path, LabFixture lab) throws IOException {
        for (var file : lab.files().entrySet()) {
            write(path + "/" + file.getKey(), file.getValue());
        }
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
