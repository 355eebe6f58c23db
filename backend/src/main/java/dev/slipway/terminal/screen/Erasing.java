package dev.slipway.terminal.screen;

/** Erases parts of a {@link Screen}. A parameter of the sequences ED and EL selects the part. */
final class Erasing {
    private final Screen screen;

    Erasing(Screen screen) {
        this.screen = screen;
    }

    void inLine(int which, boolean keepsProtected) {
        var grid = screen.grid();
        screen.restrict(grid.columns());
        switch (which) {
            case 0 -> erase(grid.y, grid.x, grid.columns(), keepsProtected, grid.x == 0);
            case 1 -> erase(grid.y, 0, grid.x + 1, keepsProtected, false);
            case 2 -> erase(grid.y, 0, grid.columns(), keepsProtected, true);
            default -> {}
        }
    }

    void inDisplay(int which, boolean keepsProtected) {
        var grid = screen.grid();
        screen.restrict(grid.columns());
        switch (which) {
            case 0 -> {
                erase(grid.y, grid.x, grid.columns(), keepsProtected, grid.x == 0);
                rows(grid.y + 1, grid.height(), keepsProtected);
            }
            case 1 -> {
                erase(grid.y, 0, grid.x + 1, keepsProtected, true);
                if (grid.x + 1 >= grid.columns() && grid.y + 1 < grid.height()) {
                    grid.row(grid.y + 1).wrapped(false);
                }
                rows(0, grid.y, keepsProtected);
            }
            case 2 -> rows(0, grid.height(), keepsProtected);
            default -> {}
        }
    }

    private void rows(int from, int to, boolean keepsProtected) {
        for (var y = from; y < to; y++) {
            erase(y, 0, screen.grid().columns(), keepsProtected, true);
        }
    }

    private void erase(int y, int from, int to, boolean keepsProtected, boolean unwraps) {
        var row = screen.grid().row(y);
        var blank = Pen.erasing(screen.pen);
        if (keepsProtected) {
            row.eraseUnprotected(from, to, blank, screen.grid().columns());
        } else {
            row.erase(from, to, blank, screen.grid().columns());
        }
        if (unwraps) {
            row.wrapped(false);
        }
    }
}
