package dev.slipway.ui.workspace;

import static dev.slipway.ui.testing.Samples.ADMINISTRATOR;
import static dev.slipway.ui.testing.Samples.ATTEMPT;
import static dev.slipway.ui.testing.Samples.LEARNER;
import static dev.slipway.ui.testing.Samples.NODE;
import static dev.slipway.ui.testing.Samples.aLab;
import static dev.slipway.ui.testing.Samples.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Input;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.PortsChanged;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.ui.component.TabPanes;
import dev.slipway.ui.testing.FakeAttempts;
import dev.slipway.ui.testing.FakeLabs;
import dev.slipway.ui.testing.FakeModules;
import dev.slipway.ui.testing.FakePreviews;
import dev.slipway.ui.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
@ViewPackages(packages = "dev.slipway.ui")
class PreviewTabsTest extends SpringBrowserlessTest {
    private static final OpenPort WEB = new OpenPort(NODE, 8080, "web", true);

    @Autowired
    private FakeLabs labs;

    @Autowired
    private FakeAttempts attempts;

    @Autowired
    private FakePreviews previews;

    @Autowired
    private FakeModules.SignedIn signedIn;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void reset() {
        labs.clear();
        labs.add(aLab());
        attempts.clear();
        attempts.put(anAttempt(new SandboxState.Ready(), Samples.open()));
        signedIn.become(LEARNER);
        previews.publish();
    }

    @Test
    void buttonsComeAndGoWithThePorts() {
        navigate(WorkspaceView.class, ATTEMPT.toString());
        assertThat(find(Button.class).withText("Open port 8080").exists()).isFalse();

        publish(WEB);
        assertThat(find(Button.class).withText("Open port 8080").exists()).isTrue();
        assertThat(news()).isEqualTo("Port 8080 is now published.");

        publish();
        assertThat(find(Button.class).withText("Open port 8080").exists()).isFalse();
        assertThat(news()).isEqualTo("Port 8080 is no longer published.");
    }

    @Test
    void buttonSaysWhetherThePortIsPublished() {
        previews.publish(WEB, new OpenPort(NODE, 9090, "direct", false));
        navigate(WorkspaceView.class, ATTEMPT.toString());

        assertThat(tooltip("Open port 8080")).isEqualTo("Published by web");
        assertThat(tooltip("Open port 9090")).isEqualTo("direct listens here, on the machine's own network");
    }

    @Test
    void newsOfAPortThatIsNotPublishedSaysThatItIsOpen() {
        navigate(WorkspaceView.class, ATTEMPT.toString());

        publish(new OpenPort(NODE, 9090, "direct", false));
        assertThat(news()).isEqualTo("Port 9090 is now open.");

        publish();
        assertThat(news()).isEqualTo("Port 9090 is no longer open.");
    }

    @Test
    void portOpensInATabWithAFrameThatKeepsToItself() {
        previews.publish(WEB);
        navigate(WorkspaceView.class, ATTEMPT.toString());

        test(find(Button.class).withText("Open port 8080").single()).click();

        assertThat(find(TabPanes.class).single().tabs()).contains("preview-node1-8080");
        var frame = find(IFrame.class).single();
        assertThat(frame.getSrc())
                .startsWith("http://p8080-node1.test/.slipway/open#ticket")
                .endsWith("/");
        assertThat(frame.getElement().getAttribute("sandbox"))
                .contains("allow-scripts")
                .doesNotContain("top-navigation");
    }

    @Test
    void pathIsOpenedWithAnotherTicket() {
        previews.publish(WEB);
        navigate(WorkspaceView.class, ATTEMPT.toString());
        test(find(Button.class).withText("Open port 8080").single()).click();
        var before = find(IFrame.class).single().getSrc();

        find(Input.class).single().setValue("shop?a=b c");

        var after = find(IFrame.class).single().getSrc();
        assertThat(after).endsWith("/shop?a=bc");
        assertThat(after.replaceFirst("/shop.*", "/")).isNotEqualTo(before);
    }

    @Test
    void samePortIsOpenedOnce() {
        previews.publish(WEB);
        navigate(WorkspaceView.class, ATTEMPT.toString());

        test(find(Button.class).withText("Open port 8080").single()).click();
        test(find(Button.class).withText("Open port 8080").single()).click();

        assertThat(find(IFrame.class).all()).hasSize(1);
    }

    @Test
    void staffWhoLookOnAreOfferedNothing() {
        signedIn.become(ADMINISTRATOR);
        previews.publish(WEB);

        navigate(WorkspaceView.class, ATTEMPT.toString());

        assertThat(find(Button.class).withText("Open port 8080").exists()).isFalse();
        assertThat(find(Button.class).withText("Open another port…").exists()).isFalse();
    }

    @Test
    void nobodyFollowsOnceThePageIsLeft() {
        var before = previews.followers();
        navigate(WorkspaceView.class, ATTEMPT.toString());
        assertThat(previews.followers()).isEqualTo(before + 1);

        find(WorkspaceView.class).single().getElement().removeFromParent();

        assertThat(previews.followers()).isEqualTo(before);
    }

    private void publish(OpenPort... ports) {
        previews.publish(ports);
        var sandbox = attempts.get(LEARNER.id(), ATTEMPT).sandbox().orElseThrow();
        events.publishEvent(new PortsChanged(sandbox.id(), List.of(ports)));
        roundTrip();
        events.publishEvent(new PortsChanged(sandbox.id(), List.of(ports)));
        roundTrip();
    }

    private String tooltip(String button) {
        return find(Button.class).withText(button).single().getTooltip().getText();
    }

    private String news() {
        return find(PreviewTabs.class)
                .single()
                .getElement()
                .getTextRecursively()
                .replaceFirst("^.*?…", "");
    }
}
