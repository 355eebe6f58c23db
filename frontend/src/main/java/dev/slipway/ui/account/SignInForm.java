package dev.slipway.ui.account;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;

/** The sign-in form. It is plain HTML, so that browsers and password managers recognise it. */
@Tag("form")
final class SignInForm extends HtmlContainer {
    private final Div problem = new Div();
    private final Input token = new Input();

    SignInForm() {
        addClassName("sign-in-form");
        getElement().setAttribute("method", "post").setAttribute("action", "sign-in");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var button = new NativeButton("Sign in");
        button.getElement().setAttribute("type", "submit");
        button.addClassName("primary");
        token.setType("hidden");
        token.getElement().setAttribute("name", SignInToken.FIELD);
        add(
                token,
                problem,
                field("E-mail", "username", "email", "username"),
                field("Password", "password", "password", "current-password"),
                button);
    }

    /** Sets the secret that proves that a sign-in comes from this form. */
    void token(String secret) {
        token.getElement().setAttribute("value", secret);
    }

    void showProblem(String text) {
        problem.setText(text);
        problem.setVisible(true);
    }

    private static Div field(String label, String name, String type, String autocomplete) {
        var input = new Input();
        input.setId("sign-in-" + name);
        input.setType(type);
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true);
        if (name.equals("username")) {
            input.getElement().setAttribute("autofocus", true);
        }
        var caption = new NativeLabel(label);
        caption.setFor(input);
        var field = new Div(caption, input);
        field.addClassName("field");
        return field;
    }
}
