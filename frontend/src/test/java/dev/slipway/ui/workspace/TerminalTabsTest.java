package dev.slipway.ui.workspace;

import static dev.slipway.ui.testing.Samples.ATTEMPT;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.aLab;
import static dev.slipway.ui.testing.Samples.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.ui.component.TabPanes;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.Samples;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.node.ObjectNode;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class TerminalTabsTest extends SpringBrowserlessTest {
    private static final String FIRST = "terminal-node1-1";
    private static final String SECOND = "terminal-node1-2";

    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakeModules.SignedIn signedIn;

    private TabPanes panes;

    @BeforeEach
    void openWorkspace() {
        labs.clear();
        labs.add(aLab());
        attempts.clear();
        signedIn.become(LEARNER);
        attempts.put(anAttempt(new SandboxState.Ready(), Samples.open()));
        navigate(WorkspaceView.class, ATTEMPT.toString());
        panes = find(TabPanes.class).single();
    }

    @Test
    void opensATerminalForEachNode() {
        assertThat(panes.tabs()).containsExactly(FIRST);
    }

    @Test
    void saysHowManyTerminalsThereMayBeBeforeTheLimitIsReached() {
        assertThat(offers()).contains("1 of 8 open").contains("\"available\":true");

        for (int i = 0; i < 9; i++) {
            want();
        }

        assertThat(panes.tabs()).hasSize(8);
        assertThat(offers()).contains("All 8 terminals of node1 are open").contains("\"available\":false");
    }

    @Test
    void asksBeforeTheShellOfATabIsEnded() {
        want();

        fire("tab-close-wanted", data("event.detail.tab", SECOND));
        assertThat(panes.tabs()).contains(SECOND);
        assertThat(attempts.asked).doesNotContain("close node1 2");

        test(find(ConfirmDialog.class).single()).confirm();
        Awaitility.await().untilAsserted(() -> assertThat(attempts.asked).contains("close node1 2"));
    }

    @Test
    void opensAgainWhatWasOpenBeforeThePageWasLoadedAndNothingElse() {
        remember(List.of("terminal-node1-3", SECOND, "terminal-node9-1", "preview-1"));

        assertThat(panes.tabs()).containsExactlyInAnyOrder("terminal-node1-3", SECOND);
    }

    @Test
    void newTerminalTakesTheFirstFreeNumber() {
        remember(List.of(FIRST, "terminal-node1-3"));

        want();

        assertThat(panes.tabs()).containsExactlyInAnyOrder(FIRST, SECOND, "terminal-node1-3");
    }

    private void want() {
        fire("tab-wanted", data("event.detail.offer", "node1"));
    }

    private void remember(List<String> tabs) {
        var data = JacksonUtils.createObjectNode();
        var open = data.putArray("event.detail.open");
        tabs.forEach(open::add);
        fire("tabs-remembered", data);
    }

    private static ObjectNode data(String key, String value) {
        return JacksonUtils.createObjectNode().put(key, value);
    }

    private void fire(String type, ObjectNode data) {
        panes.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(panes.getElement(), type, data));
    }

    private String offers() {
        return panes.getElement().getAttribute("offers");
    }
}
