package dev.slipway.ui.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.ui.component.ProblemList;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.ScreenEvents;
import dev.slipway.web.ProxyWatch;
import jakarta.annotation.security.RolesAllowed;

/** The administration page: running sandboxes, abilities of the host, and problems that need an administrator. */
@Route(value = "admin", layout = MainLayout.class)
@PageTitle("Administration · Slipway")
@RolesAllowed("ADMINISTRATOR")
final class AdminView extends Div {
    private final SandboxTable sandboxes;
    private final AlarmList alarms;

    AdminView(
            SandboxTable sandboxes,
            SandboxAlarms alarms,
            HostReport host,
            Labs labs,
            ProxyWatch proxy,
            ScreenEvents events) {
        this.sandboxes = sandboxes;
        this.alarms = new AlarmList(alarms);
        addClassName("admin");
        add(new H1("Administration"));
        if (!labs.problems().isEmpty()) {
            add(new ProblemList(labs.problems()));
        }
        if (!proxy.findings().isEmpty()) {
            add(new ProxyCard(proxy.findings()));
        }
        add(this.alarms, sandboxes, new EngineCard(host), new FindingList(host.findings()));
        events.follow(this, SandboxChanged.class, event -> true, this::show);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        alarms.show();
        sandboxes.show();
    }
}
