package dev.slipway.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page for a screen that could not be opened because of an error. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class InternalErrorPage extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        say("500", "This page could not be opened", ErrorReport.text(parameter.getException()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
