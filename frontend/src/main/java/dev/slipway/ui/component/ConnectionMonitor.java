package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Shows whether the page is connected to the platform. */
@Tag("slipway-connection")
@JsModule("./ui/connection.ts")
public final class ConnectionMonitor extends Component {}
