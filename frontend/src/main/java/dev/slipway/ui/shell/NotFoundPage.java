package dev.slipway.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** For addresses that lead nowhere, and for what the person asking may not know about. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say("404", "There is nothing here", "The address may be mistyped, or what it led to belongs to somebody else.");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
