package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/** A button below a list that shows fifty more rows of the list. It is hidden once all rows are shown. */
public final class ShowMore extends Div {
    private static final int STEP = 50;

    private int rows = STEP;

    /** @param show reads and shows the list again */
    public ShowMore(Runnable show) {
        addClassName("show-more");
        add(Buttons.plain("Show more", () -> {
            rows += STEP;
            show.run();
        }));
    }

    /**
     * Returns the part of the list to read. It begins with the first row, so that rows that have changed are read
     * again.
     */
    public Pageable page() {
        return PageRequest.of(0, rows);
    }

    public void update(Slice<?> shown) {
        setVisible(shown.hasNext());
    }
}
