package dev.slipway.ui.component.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@ViewPackages(classes = Terminal.class)
class TerminalTest extends BrowserlessTest {

    @Test
    void givesAnotherTicketForEachConnection() {
        var issued = new AtomicInteger();
        var terminal = shown(() -> "ticket" + issued.incrementAndGet());

        fire(terminal, "ticket-needed", JacksonUtils.createObjectNode());
        fire(terminal, "ticket-needed", JacksonUtils.createObjectNode());

        assertThat(calls())
                .anySatisfy(call -> assertThat(call).contains("connect", "ticket1"))
                .anySatisfy(call -> assertThat(call).contains("connect", "ticket2"));
    }

    @Test
    void saysWhyThereIsNoTicket() {
        var terminal = shown(() -> {
            throw new UserFacingException(TerminalError.SANDBOX_OVER);
        });

        fire(terminal, "ticket-needed", JacksonUtils.createObjectNode());

        assertThat(calls()).anySatisfy(call -> assertThat(call).contains("refuse", "machines have ended"));
    }

    @Test
    void tellsHowTheConnectionIs() {
        var terminal = shown(() -> "ticket");
        var heard = new ArrayList<String>();
        terminal.addConnectionStateListener(event -> heard.add(event.state() + " " + event.text()));
        var data = JacksonUtils.createObjectNode();
        data.put("event.detail.state", "live");
        data.put("event.detail.text", "Live");

        fire(terminal, "connection-state", data);

        assertThat(heard).containsExactly("LIVE Live");
    }

    @Test
    void hasNameForScreenReaders() {
        var terminal = shown(() -> "ticket");

        terminal.setLabel("Terminal of node1");

        assertThat(terminal.getElement().getAttribute("aria-label")).isEqualTo("Terminal of node1");
    }

    private static Terminal shown(TicketSource tickets) {
        var terminal = new Terminal(tickets);
        UI.getCurrent().add(terminal);
        return terminal;
    }

    private static void fire(Terminal terminal, String type, ObjectNode data) {
        terminal.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(terminal.getElement(), type, data));
    }

    /** Returns the pending JavaScript calls, with function and arguments in one line each. */
    private static List<String> calls() {
        var ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .map(call -> call.getExpression() + " " + call.getParameters())
                .toList();
    }
}
