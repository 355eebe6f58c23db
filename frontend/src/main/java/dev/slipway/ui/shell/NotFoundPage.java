package dev.slipway.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page for an unknown address, and for an object that the user may not know of. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say("404", "Page not found", "The address may be wrong, or the page belongs to another account.");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
