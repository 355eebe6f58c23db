package dev.slipway.ui.workspace;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PortsChanged;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.component.TabPanes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A button for each open port of the machines, and a tab for each open preview. */
final class PreviewTabs extends Div implements PortOpener {
    private static final Pattern TAB = Pattern.compile("preview-(.+)-([0-9]{1,5})");

    private final AttemptActions session;
    private final Sandbox sandbox;
    private final TabPanes panes;
    private final Div offers = new Div();
    private final Span news = new Span();
    private final Map<String, PreviewPane> open = new LinkedHashMap<>();
    private List<OpenPort> offered = List.of();
    private OpenPorts.@Nullable Following following;

    PreviewTabs(AttemptActions session, Sandbox sandbox, TabPanes panes) {
        this.session = session;
        this.sandbox = sandbox;
        this.panes = panes;
        addClassName("ports");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Ports");
        offers.addClassName("port-offers");
        news.addClassName("heard");
        news.getElement().setAttribute("role", "status");
        var another = new Button("Open another port…", click -> new PortQuestion(sandbox.nodeNames(), this).open());
        another.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(offers, another, news);
        panes.onCloseWanted(this::close);
        panes.onRemembered(tabs -> tabs.forEach(this::restore));
        session.previews()
                .events()
                .follow(this, PortsChanged.class, changed -> changed.sandbox().equals(sandbox.id()), this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        try {
            following = session.previews().attempts().followPorts(session.actor(), session.id());
            refresh();
        } catch (UserFacingException notOurs) {
            // The machines belong to another learner, or there are no machines now, so there is no port to open.
            setVisible(false);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (following != null) {
            following.close();
            following = null;
        }
    }

    private void refresh() {
        var now = known();
        announce(offered, now);
        offered = now;
        offers.removeAll();
        now.forEach(port -> offers.add(button(port)));
    }

    private List<OpenPort> known() {
        try {
            return session.previews().attempts().ports(session.actor(), session.id());
        } catch (UserFacingException over) {
            // The machines have been removed, so there are no ports. The pane around this component shows the reason.
            return List.of();
        }
    }

    private Button button(OpenPort port) {
        var button = new Button("Open port " + named(port), click -> open(port.node(), port.number()));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setTooltipText(
                port.published()
                        ? "Published by " + port.container()
                        : port.container() + " listens here, on the machine's own network");
        return button;
    }

    private void announce(List<OpenPort> before, List<OpenPort> now) {
        var text = Stream.concat(news(now, before, "is now %s."), news(before, now, "is no longer %s."))
                .collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            news.setText(text);
        }
    }

    private Stream<String> news(List<OpenPort> those, List<OpenPort> without, String what) {
        return those.stream()
                .filter(port -> !without.contains(port))
                .map(port -> "Port " + named(port) + " " + what.formatted(port.published() ? "published" : "open"));
    }

    /** Returns the port's name, with the machine's name if there are several machines. */
    private String named(OpenPort port) {
        return title(port.node(), port.number());
    }

    private String title(NodeName node, int port) {
        return sandbox.nodes().size() == 1 ? Integer.toString(port) : port + " of " + node;
    }

    @Override
    public void open(NodeName node, int port) {
        if (add(node, port)) {
            panes.showBeside(tab(node, port));
        } else {
            panes.select(tab(node, port));
        }
    }

    private boolean add(NodeName node, int port) {
        var tab = tab(node, port);
        if (open.containsKey(tab)) {
            return false;
        }
        var pane = new PreviewPane(session, node, port);
        open.put(tab, pane);
        panes.tab(tab, "Port " + title(node, port), pane);
        return true;
    }

    private void close(String tab) {
        if (open.remove(tab) != null) {
            panes.close(tab);
        }
    }

    /** Reopens a tab that was open before the page was loaded. */
    private void restore(String tab) {
        var match = TAB.matcher(tab);
        if (match.matches() && PreviewTarget.isPort(Integer.parseInt(match.group(2)))) {
            sandbox.nodeNames().stream()
                    .filter(node -> Objects.equals(node.value(), match.group(1)))
                    .forEach(node -> add(node, Integer.parseInt(match.group(2))));
        }
    }

    private static String tab(NodeName node, int port) {
        return "preview-" + node + "-" + port;
    }
}
