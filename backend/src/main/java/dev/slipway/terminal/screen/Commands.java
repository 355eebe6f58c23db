package dev.slipway.terminal.screen;

/**
 * Executes control characters and sequences on a {@link Screen}, with the same effects as in xterm.js ({@code
 * InputHandler}).
 */
final class Commands implements VtParser.Actions {
    private static final int PRIVATE = '?';

    private final Screen screen;
    private final Erasing erasing;

    Commands(Screen screen) {
        this.screen = screen;
        this.erasing = new Erasing(screen);
    }

    @Override
    public void printAscii(byte[] bytes, int from, int to) {
        screen.printAscii(bytes, from, to);
    }

    @Override
    public void print(int codePoint) {
        screen.print(codePoint);
    }

    @Override
    public void execute(int control) {
        var grid = screen.grid();
        switch (control) {
            case '\b' -> screen.backspace();
            case '\t' -> {
                if (grid.x < grid.columns()) {
                    grid.x = grid.nextTab();
                }
            }
            case '\n', 0x0b, '\f' -> screen.lineFeed();
            case '\r' -> grid.x = 0;
            case 0x0e -> screen.charsets.use(1);
            case 0x0f -> screen.charsets.use(0);
            case 0x84 -> screen.index();
            case 0x85 -> nextLine();
            case 0x88 -> grid.tabs().set(grid.x);
            default -> {}
        }
        screen.endText();
    }

    private void nextLine() {
        screen.grid().x = 0;
        screen.index();
    }

    @Override
    public void escapeSequence(int collected, int last) {
        var grid = screen.grid();
        switch (collected) {
            case 0 -> {
                switch (last) {
                    case '7' -> screen.save();
                    case '8' -> screen.restore();
                    case 'D' -> screen.index();
                    case 'E' -> nextLine();
                    case 'H' -> grid.tabs().set(grid.x);
                    case 'M' -> screen.reverseIndex();
                    case '=' -> screen.modes.applicationKeypad = true;
                    case '>' -> screen.modes.applicationKeypad = false;
                    case 'c' -> screen.reset();
                    case 'n', '}' -> screen.charsets.use(2);
                    case 'o', '|' -> screen.charsets.use(3);
                    case '~' -> screen.charsets.use(1);
                    default -> {}
                }
            }
            case '(' -> screen.charsets.designate(0, (char) last);
            case ')', '-' -> screen.charsets.designate(1, (char) last);
            case '*', '.' -> screen.charsets.designate(2, (char) last);
            case '+' -> screen.charsets.designate(3, (char) last);
            case '#' -> {
                if (last == '8') {
                    fillWithLetters();
                }
            }
            case '%' -> {
                screen.charsets.use(0);
                screen.charsets.designate(0, Charsets.PLAIN);
            }
            default -> {}
        }
        screen.endText();
    }

    private void fillWithLetters() {
        screen.moveTo(0, 0);
        var grid = screen.grid();
        for (var y = grid.y; y < grid.height(); y++) {
            grid.row(y).wrapped(false);
            for (var x = 0; x < grid.columns(); x++) {
                grid.row(y).set(x, 'E', screen.pen, grid.columns());
            }
        }
        screen.moveTo(0, 0);
    }

    @Override
    public void command(String text) {
        if (text.startsWith("0;") || text.startsWith("2;")) {
            screen.title(text.substring(2));
        }
        screen.endText();
    }

    @Override
    public void controlSequence(int collected, int last, Parameters parameters) {
        switch (collected) {
            case 0 -> plain(last, parameters);
            case PRIVATE -> privateSequence(last, parameters);
            case ' ' -> withSpace(last, parameters);
            case '!' -> {
                if (last == 'p') {
                    screen.softReset();
                }
            }
            case '\'' -> columns(last, parameters.atLeastOne(0));
            case '"' -> {
                if (last == 'q') {
                    protect(parameters.at(0));
                }
            }
            default -> {}
        }
        screen.endText();
    }

    private void plain(int last, Parameters parameters) {
        var grid = screen.grid();
        var count = parameters.atLeastOne(0);
        var blank = Pen.erasing(screen.pen);
        switch (last) {
            case 'A', 'F' -> up(count, last == 'F');
            case 'B', 'E' -> down(count, last == 'E');
            case 'C', 'a' -> screen.moveBy(count, 0);
            case 'D' -> screen.moveBy(-count, 0);
            case 'G', '`' -> screen.moveTo(count - 1L, grid.y);
            case 'H', 'f' -> screen.moveTo(parameters.atLeastOne(1) - 1L, count - 1L);
            case 'd' -> screen.moveTo(grid.x, count - 1L);
            case 'e' -> screen.moveBy(0, count);
            case 'I', 'Z' -> tabs(count, last == 'Z');
            case 'J' -> erasing.inDisplay(parameters.at(0), false);
            case 'K' -> erasing.inLine(parameters.at(0), false);
            case 'L', 'M' -> rows(count, last == 'L');
            case '@' -> {
                screen.restrict();
                grid.row().insert(grid.x, count, blank, grid.columns());
            }
            case 'P' -> {
                screen.restrict();
                grid.row().delete(grid.x, count, blank, grid.columns());
            }
            case 'X' -> {
                screen.restrict();
                grid.row().erase(grid.x, (int) Math.min(grid.columns(), (long) grid.x + count), blank, grid.columns());
            }
            case 'S' -> grid.deleteRows(grid.top, count, blank);
            case 'T' -> grid.insertRows(grid.top, count, Pen.PLAIN);
            case 'b' -> repeat(count);
            case 'g' -> clearTabs(parameters.at(0));
            case 'h', 'l' -> {
                for (var i = 0; i < parameters.count(); i++) {
                    screen.modes.set(parameters.at(i), last == 'h');
                }
            }
            case 'm' -> screen.pen = Pen.apply(screen.pen, parameters);
            case 'r' -> margins(count, parameters.at(1));
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            default -> {}
        }
    }

    private void up(int count, boolean toStart) {
        var room = screen.grid().y - screen.grid().top;
        screen.moveBy(0, -(room >= 0 ? Math.min(room, count) : count));
        if (toStart) {
            screen.grid().x = 0;
        }
    }

    private void down(int count, boolean toStart) {
        var room = screen.grid().bottom - screen.grid().y;
        screen.moveBy(0, room >= 0 ? Math.min(room, count) : count);
        if (toStart) {
            screen.grid().x = 0;
        }
    }

    private void tabs(int count, boolean back) {
        var grid = screen.grid();
        if (grid.x < grid.columns()) {
            for (var left = Math.min(count, grid.columns()); left > 0; left--) {
                grid.x = back ? grid.previousTab() : grid.nextTab();
            }
        }
    }

    private void clearTabs(int which) {
        if (which == 0) {
            screen.grid().tabs().clear(screen.grid().x);
        } else if (which == 3) {
            screen.grid().tabs().clear();
        }
    }

    private void rows(int count, boolean inserted) {
        screen.restrict();
        var grid = screen.grid();
        if (!grid.isInMargins()) {
            return;
        }
        if (inserted) {
            grid.insertRows(grid.y, count, Pen.erasing(screen.pen));
        } else {
            grid.deleteRows(grid.y, count, Pen.erasing(screen.pen));
        }
        grid.x = 0;
    }

    private void repeat(int count) {
        var grid = screen.grid();
        if (!screen.joins() || grid.x == 0) {
            return;
        }
        var row = grid.row();
        var code = row.code(row.isTail(grid.x - 1) && grid.x > 1 ? grid.x - 2 : grid.x - 1);
        if (code == ScreenRow.EMPTY || (code & ScreenRow.TAIL) != 0) {
            return;
        }
        var text = screen.clusters.text(code).codePoints().toArray();
        // A larger count has the same result as a screen full of the character.
        for (var left = Math.min(count, grid.columns() * grid.height()); left > 0; left--) {
            for (var codePoint : text) {
                screen.print(codePoint);
            }
        }
    }

    private void margins(int first, int second) {
        var grid = screen.grid();
        var bottom = second == 0 || second > grid.height() ? grid.height() : second;
        if (bottom > first) {
            grid.top = first - 1;
            grid.bottom = bottom - 1;
            screen.moveTo(0, 0);
        }
    }

    private void privateSequence(int last, Parameters parameters) {
        switch (last) {
            case 'h', 'l' -> {
                for (var i = 0; i < parameters.count(); i++) {
                    privateMode(parameters.at(i), last == 'h');
                }
            }
            case 'J' -> erasing.inDisplay(parameters.at(0), true);
            case 'K' -> erasing.inLine(parameters.at(0), true);
            default -> {}
        }
    }

    private void privateMode(int mode, boolean on) {
        switch (mode) {
            case 2 -> {
                if (on) {
                    for (var place = 0; place < 4; place++) {
                        screen.charsets.designate(place, Charsets.PLAIN);
                    }
                }
            }
            case 6 -> {
                screen.modes.origin = on;
                screen.moveTo(0, 0);
            }
            case 47, 1047 -> alternate(on);
            case 1048 -> saved(on);
            case 1049 -> {
                if (on) {
                    screen.save();
                }
                alternate(on);
                if (!on) {
                    screen.restore();
                }
            }
            default -> screen.modes.setPrivate(mode, on);
        }
    }

    private void alternate(boolean on) {
        if (on) {
            screen.showAlternate();
        } else {
            screen.showNormal();
        }
    }

    private void saved(boolean on) {
        if (on) {
            screen.save();
        } else {
            screen.restore();
        }
    }

    private void withSpace(int last, Parameters parameters) {
        switch (last) {
            case 'q' -> screen.modes.cursorStyle = Math.min(6, parameters.at(0));
            case '@' -> shift(parameters.atLeastOne(0), 0, false);
            case 'A' -> shift(parameters.atLeastOne(0), 0, true);
            default -> {}
        }
    }

    private void columns(int last, int count) {
        if (last == '}') {
            shift(count, screen.grid().x, true);
        } else if (last == '~') {
            shift(count, screen.grid().x, false);
        }
    }

    /** Moves the cells of all rows within the margins to the right or to the left. */
    private void shift(int count, int x, boolean right) {
        var grid = screen.grid();
        if (!grid.isInMargins()) {
            return;
        }
        var blank = Pen.erasing(screen.pen);
        // As in xterm.js: if the cursor is after the last column, the shift starts at the first column.
        var from = x % grid.columns();
        for (var y = grid.top; y <= grid.bottom; y++) {
            if (right) {
                grid.row(y).insert(from, count, blank, grid.columns());
            } else {
                grid.row(y).delete(from, count, blank, grid.columns());
            }
            grid.row(y).wrapped(false);
        }
    }

    private void protect(int which) {
        if (which == 1) {
            screen.pen |= Pen.PROTECTED;
        } else if (which == 0 || which == 2) {
            screen.pen &= ~Pen.PROTECTED;
        }
    }
}
