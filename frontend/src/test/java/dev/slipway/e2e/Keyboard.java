package dev.slipway.e2e;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A user who works with the keyboard only. */
final class Keyboard {
    /** More tab stops than any screen has. */
    private static final int MAX_STEPS = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Keyboard types(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keyboard presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses Tab until the focus is on an element that has this text or label, in a part of the page. */
    Keyboard tabsTo(String text, String part) {
        return steps("Tab", text, part);
    }

    /** Presses Ctrl+F6 until the focus is in a part of the page. */
    Keyboard leavesFor(String part) {
        return steps("Control+F6", "", part);
    }

    private Keyboard steps(String key, String text, String part) {
        for (int i = 0; i < MAX_STEPS; i++) {
            page.keyboard().press(key);
            if (isAt(text, part)) {
                return this;
            }
        }
        throw new AssertionError("the focus did not reach \"" + text + "\" in " + part);
    }

    private boolean isAt(String text, String part) {
        var name = page.evaluate("""
                part => {
                  const element = document.activeElement;
                  if (!element?.closest(part)) return null;
                  const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id));
                  const labels = [...(element.labels ?? []), ...by].map(label => label?.textContent);
                  return [element.getAttribute('aria-label'), ...labels, element.textContent].join(' ');
                }""", part);
        return name instanceof String found
                && Pattern.compile(Pattern.quote(text)).matcher(found).find();
    }
}
