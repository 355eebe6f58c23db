package dev.slipway.ui.catalog;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.ui.shell.MainLayout;
import jakarta.annotation.security.PermitAll;

/** All courses and labs, and how far the learner is with each. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Catalogue · Slipway")
@PermitAll
final class CatalogView extends Div {

    CatalogView() {
        addClassName("catalog");
        add(new H1("Catalogue"));
    }
}
