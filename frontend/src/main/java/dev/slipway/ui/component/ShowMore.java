package dev.slipway.ui.component;

import com.vaadin.flow.component.html.Div;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/** The button below a list that lets it grow by fifty rows; hidden once the list is complete. */
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

    /** Returns the part of the list to read: from its beginning, so that changed rows are read again. */
    public Pageable page() {
        return PageRequest.of(0, rows);
    }

    public void update(Slice<?> shown) {
        setVisible(shown.hasNext());
    }
}
