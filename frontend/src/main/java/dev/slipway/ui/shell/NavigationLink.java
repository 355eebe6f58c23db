package dev.slipway.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;

/** A link that is marked as current while its page is open. */
final class NavigationLink extends Anchor implements AfterNavigationObserver {
    private final String path;

    NavigationLink(String text, String path) {
        super(path, text);
        this.path = path;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (event.getLocation().getPath().equals(path)) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
