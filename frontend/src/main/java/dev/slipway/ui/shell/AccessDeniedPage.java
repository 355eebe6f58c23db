package dev.slipway.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** For screens of other roles. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
final class AccessDeniedPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say(
                "403",
                "Not for your role",
                "Your account may not see this page. If it should, ask an administrator to change your role.");
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
