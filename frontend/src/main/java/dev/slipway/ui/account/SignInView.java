package dev.slipway.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.slipway.account.AccountError;
import dev.slipway.account.CurrentAccount;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.ui.component.Brand;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;

/** The sign-in page, which also shows why the last attempt to sign in failed. */
@Route(value = "sign-in", autoLayout = false)
@PageTitle("Sign in · Slipway")
@AnonymousAllowed
final class SignInView extends Main implements BeforeEnterObserver {
    private final CurrentAccount current;
    private final SignInForm form = new SignInForm();

    SignInView(CurrentAccount current) {
        this.current = current;
        addClassName("sign-in");
        add(welcome(), new Div(new H1("Sign in"), form));
    }

    private static Div welcome() {
        var welcome = new Div(
                Brand.large(),
                new Paragraph(
                        "Your own machines, a real terminal, and tasks that turn green the moment you solve them."));
        welcome.addClassName("sign-in-welcome");
        return welcome;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        form.token(token());
        if (event.getLocation().getQueryParameters().getParameters().containsKey(SignInToken.EXPIRED)) {
            form.showProblem(ErrorTexts.text(AccountError.SIGN_IN_PAGE_EXPIRED));
        }
        lastProblem().ifPresent(form::showProblem);
    }

    /**
     * Returns the secret of this HTTP session, and creates it if there is none. All sign-in pages of the browser share
     * it.
     */
    private static String token() {
        var session = VaadinRequest.getCurrent().getWrappedSession(true);
        if (!(session.getAttribute(SignInToken.attribute()) instanceof String)) {
            session.setAttribute(SignInToken.attribute(), SignInToken.create());
        }
        return String.valueOf(session.getAttribute(SignInToken.attribute()));
    }

    /** Returns the message that Spring Security stored in the session after a refused sign-in, and removes it. */
    private static Optional<String> lastProblem() {
        var session = VaadinRequest.getCurrent().getWrappedSession(false);
        if (session == null
                || !(session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
                        instanceof AuthenticationException e)) {
            return Optional.empty();
        }
        session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        return Optional.ofNullable(e.getMessage());
    }
}
