package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table. On a narrow screen, its rows are shown as cards. */
public final class Table extends Div {
    private final List<String> columns;
    private final NativeTableBody body;

    /**
     * Creates a table without rows.
     *
     * @param caption caption for screen readers
     */
    public Table(String caption, List<String> columns) {
        this.columns = List.copyOf(columns);
        addClassName("table");
        var header = new NativeTableRow();
        columns.forEach(column -> {
            var cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        });
        var table = new NativeTable();
        table.setCaptionText(caption);
        table.getHead().add(header);
        body = table.getBody();
        add(table);
    }

    /** Removes all rows. */
    public void clear() {
        body.removeAll();
    }

    /** Adds a row with one cell for each column. */
    public void addRow(Component... cells) {
        var row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            var cell = new NativeTableCell(cells[i]);
            cell.getElement().setAttribute("data-column", columns.get(i));
            row.add(cell);
        }
        body.add(row);
    }
}
