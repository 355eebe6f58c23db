package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.slipway.lab.PageBlock;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.CopyButton;
import java.util.function.Consumer;

/** Code on a page, with buttons that copy it or run it in a node's terminal. */
final class CodeBlock extends Div {

    CodeBlock(AttemptActions session, PageBlock.Code code, Consumer<NodeName> commandRun) {
        addClassName("code-block");
        var text = new Pre(new Code(code.text().stripTrailing()));
        text.getElement().setAttribute("tabindex", "0");
        var bar = new Div(new Span(code.language()));
        bar.addClassName("code-bar");
        code.runOn().ifPresent(node -> bar.add(runButton(session, node, code.text(), commandRun)));
        if (code.copy()) {
            bar.add(new CopyButton(code.text().stripTrailing()));
        }
        bar.setVisible(bar.getComponentCount() > 1 || !code.language().isEmpty());
        add(bar, text);
    }

    private static Button runButton(
            AttemptActions session, NodeName node, String command, Consumer<NodeName> commandRun) {
        var button = new Button("Run on " + node);
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            commandRun.accept(node);
            session.runInTerminal(node, command, () -> enable(button));
        });
        return button;
    }

    /**
     * Enables the button. Also gives it the focus again, which it lost when it was disabled, unless the user has moved
     * the focus in the meantime.
     */
    private static void enable(Button button) {
        button.setEnabled(true);
        button.getElement().executeJs("if (document.activeElement === document.body) this.focus()");
    }
}
