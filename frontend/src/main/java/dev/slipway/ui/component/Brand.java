package dev.slipway.ui.component;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;

/** The logo, a hull on its slipway, with the product's name. */
public final class Brand extends Span {
    private static final String MARK = """
            <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <path class="brand-hull" d="M5.2 10.6 26.8 5.2c.6 5.8-2.6 10.3-8.6 11.8l-6.1 1.5c-3.6.9-6.6-2.7-6.9-7.9Z"/>
              <path class="brand-ramp" d="M3.4 24.2 28.6 17.9"/>
              <path class="brand-water" d="M3.4 28.6h25.2"/>
            </svg>
            """;

    private Brand(String size) {
        addClassNames("brand", size);
        add(new Svg(MARK), new Span("Slipway"));
    }

    /** Returns the logo for the top of a screen. */
    public static Brand small() {
        return new Brand("brand-small");
    }

    /** Returns the logo for a page that has little other content. */
    public static Brand large() {
        return new Brand("brand-large");
    }
}
