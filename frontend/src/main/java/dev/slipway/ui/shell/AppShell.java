package dev.slipway.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page that carries all screens: styles, colour scheme, live updates. */
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("slipway/tokens.css")
@StyleSheet("slipway/base.css")
@StyleSheet("slipway/shell.css")
@StyleSheet("slipway/sign-in.css")
@StyleSheet("slipway/catalog.css")
@StyleSheet("slipway/workspace.css")
@StyleSheet("slipway/panes.css")
@StyleSheet("slipway/preview.css")
@StyleSheet("slipway/terminal.css")
@StyleSheet("slipway/pages.css")
@StyleSheet("slipway/tasks.css")
@StyleSheet("slipway/quiz.css")
@StyleSheet("slipway/stages.css")
@StyleSheet("slipway/tables.css")
@StyleSheet("slipway/account.css")
@StyleSheet("slipway/recording.css")
public class AppShell implements AppShellConfigurator {

    /** Before the first paint, so that a remembered dark scheme does not flash white. */
    private static final String REMEMBERED_SCHEME = """
            try {
              const scheme = localStorage.getItem('slipway.scheme');
              if (scheme) document.documentElement.dataset.scheme = scheme;
            } catch (e) { /* storage is switched off: the system's scheme it is */ }
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(REMEMBERED_SCHEME, com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
        settings.setPageTitle("Slipway");
        settings.addLink("icon", "slipway/logo.svg");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("description", "Slipway, a hands-on container school in the browser");
    }
}
