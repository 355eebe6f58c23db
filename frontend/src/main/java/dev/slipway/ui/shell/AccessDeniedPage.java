package dev.slipway.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page for a screen that the user's role does not permit. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class AccessDeniedPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say(
                "403",
                "No permission",
                "Your role does not permit this page. If you need it, ask an administrator to change your role.");
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
