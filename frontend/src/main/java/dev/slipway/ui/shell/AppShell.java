package dev.slipway.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The HTML page around all screens: styles, colour scheme, live updates. */
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

    /** Runs before the first paint, so that the page does not flash white before a remembered dark scheme applies. */
    private static final String REMEMBERED_SCHEME = """
            try {
              const scheme = localStorage.getItem('slipway.scheme');
              if (scheme) document.documentElement.dataset.scheme = scheme;
            } catch (e) { /* storage is disabled: use the system's scheme */ }
            """;

    /**
     * Replaces the browser's {@code Function}. Vaadin's server sends JavaScript expressions as text and its client
     * compiles them with {@code Function}, which the page's content security policy forbids. The replacement compiles
     * them with a script element that has the page's nonce, and caches the result; see decision 0015.
     */
    private static final String COMPILER = """
            (() => {
              const nonce = document.currentScript.nonce;
              const slot = 'slipwayCompiled';
              const most = 1000;
              const compiled = new Map();
              const compile = (words) => {
                const body = words.length ? String(words.at(-1)) : '';
                const text = `window.${slot} = function (${words.slice(0, -1).join(',')}\n) {\n${body}\n}`;
                const known = compiled.get(text);
                if (known) return known;
                const script = document.createElement('script');
                script.nonce = nonce;
                script.textContent = text;
                document.head.append(script);
                script.remove();
                const made = window[slot];
                delete window[slot];
                if (!made) throw new SyntaxError('not a function: ' + body);
                if (compiled.size >= most) compiled.clear();
                compiled.set(text, made);
                return made;
              };
              window.Function = new Proxy(Function, {
                apply: (target, self, words) => compile(words),
                construct: (target, words) => compile(words),
              });
            })();
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(COMPILER, com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(REMEMBERED_SCHEME, com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
        settings.setPageTitle("Slipway");
        settings.addLink("icon", "slipway/logo.svg");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("description", "Slipway, a hands-on container school in the browser");
    }
}
