package dev.slipway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Accounts;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.Lab;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The number of SQL statements of a list does not depend on the number of its rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class BoundedQueriesTest {
    private static final int MANY = 300;
    private static final Pageable PAGE = PageRequest.of(0, MANY);

    private final Map<String, Integer> forOneRow = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningLists running;

    /** A list that a screen or an endpoint shows. */
    record Screen(String name, Reader reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads a list and returns how many rows it has. */
    interface Reader {
        int rows(RunningLists running);
    }

    static Stream<Screen> screens() {
        return Stream.of(
                new Screen(
                        "my attempts",
                        lists -> summaries(lists)
                                .history(lists.administrator(), PAGE)
                                .getNumberOfElements()),
                new Screen(
                        "progress in the catalogue",
                        lists -> summaries(lists)
                                .standings(lists.administrator())
                                .size()),
                new Screen(
                        "obstacles in the catalogue",
                        lists -> lists.get(Attempts.class)
                                .obstacles(
                                        lists.administrator(),
                                        lists.labs().stream().map(Lab::id).toList())
                                .size()),
                new Screen(
                        "sandboxes",
                        lists -> summaries(lists)
                                .machines(lists.administrator(), PAGE)
                                .page()
                                .getNumberOfElements()),
                new Screen(
                        "labs of sandboxes",
                        lists -> summaries(lists)
                                .labs(
                                        lists.administrator(),
                                        lists.sandboxes().stream()
                                                .map(Sandbox::attempt)
                                                .toList())
                                .size()),
                new Screen(
                        "owners of sandboxes",
                        lists -> lists.get(Accounts.class)
                                .findAll(lists.administrator(), lists.accounts())
                                .size()),
                new Screen(
                        "accounts",
                        lists -> lists.get(Accounts.class)
                                .list(lists.administrator(), PAGE)
                                .getNumberOfElements()));
    }

    @BeforeAll
    void readListsOfOneRow(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("host.json"), """
                [{"id": "ipvs", "title": "IPVS", "state": "missing", "found": "no", "consequence": "", "fix": ""}]
                """);
        running = new RunningLists(folder);
        running.add(1);
        screens().forEach(screen -> forOneRow.put(screen.name(), statementsOf(screen, 1)));
        running.add(MANY - 1);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void manyRowsTakeAsManyStatementsAsOne(Screen screen) {
        assertThat(statementsOf(screen, MANY))
                .isEqualTo(forOneRow.get(screen.name()))
                .isPositive();
    }

    @Test
    void waitingSandboxHasItsPlaceInTheWholeQueueOnEachPage() {
        var administrator = running.administrator();

        var sandboxes = summaries(running).machines(administrator, PageRequest.of(2, 2));
        var newest = summaries(running).history(administrator, PageRequest.of(0, 1));

        assertThat(sandboxes.page())
                .extracting(Sandbox::state)
                .containsExactly(new SandboxState.Requested(5), new SandboxState.Requested(6));
        assertThat(sandboxes.waiting()).isEqualTo(MANY);
        assertThat(newest.getContent().getFirst().sandbox())
                .map(SandboxSummary::state)
                .contains(new SandboxState.Requested(MANY));
    }

    private int statementsOf(Screen screen, int rows) {
        return running.statementsDuring(
                () -> assertThat(screen.reader().rows(running)).isEqualTo(rows));
    }

    private static AttemptSummaries summaries(RunningLists lists) {
        return lists.get(AttemptSummaries.class);
    }
}
