package dev.slipway.e2e;

import com.microsoft.playwright.Page;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes output to a real xterm.js in the page and reads back its complete state. */
final class XtermState {
    /** Size of the terminals that it creates. */
    static final int COLUMNS = 40;

    static final int ROWS = 12;

    private static final String STATE = """
            async ({columns, rows, parts, given}) => {
              const model = given ? undefined : document.querySelector('slipway-terminal').parts.screen.xterm;
              const Terminal = model ? model.constructor : window.Terminal;
              const terminal = new Terminal({cols: columns, rows: rows, scrollback: 5000, allowProposedApi: true});
              const providers = model ? model._core.unicodeService._providers : undefined;
              if (providers) terminal.unicode.register(providers['11']);
              else terminal.loadAddon(new window.Unicode11Addon.Unicode11Addon());
              terminal.unicode.activeVersion = '11';
              let title = '';
              terminal.onTitleChange(text => title = text);
              for (const part of parts) {
                const bytes = Uint8Array.from(atob(part), char => char.charCodeAt(0));
                await new Promise(resolve => terminal.write(bytes, resolve));
              }
              const buffer = terminal.buffer.active;
              const cells = [];
              for (let y = 0; y < rows; y++) {
                const line = terminal.buffer.active.getLine(buffer.baseY + y);
                const row = [];
                for (let x = 0; x < columns; x++) {
                  const cell = line.getCell(x);
                  const flags = [cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isBlink(), cell.isInverse(),
                    cell.isInvisible(), cell.isStrikethrough(), cell.isOverline()].map(flag => flag ? 1 : 0).join('');
                  row.push([cell.getWidth() === 0 ? '' : cell.getChars() || ' ', cell.getWidth(), cell.getFgColor(), cell.isFgRGB() ? 1 : 0, cell.isFgDefault() ? 1 : 0,
                    cell.getBgColor(), cell.isBgRGB() ? 1 : 0, cell.isBgDefault() ? 1 : 0, flags].join('|'));
                }
                cells.push(row.join(' '));
              }
              const core = terminal._core;
              const state = {
                rows: cells.join('\\n'),
                cursor: buffer.cursorX + ',' + buffer.cursorY,
                buffer: buffer.type,
                modes: JSON.stringify(terminal.modes),
                hidden: String(core.coreService.isCursorHidden),
                encoding: core.coreMouseService.activeEncoding,
                style: String(core.coreService.decPrivateModes.cursorStyle),
                margins: core.buffer.scrollTop + ',' + core.buffer.scrollBottom,
                tabs: Object.keys(core.buffer.tabs).filter(x => core.buffer.tabs[x]).join(','),
                title,
              };
              terminal.dispose();
              return state;
            }""";

    private final Page page;
    private final boolean given;

    /**
     * Creates terminals in the page.
     *
     * @param given whether the page has the global {@code Terminal}, instead of an element with one
     */
    XtermState(Page page, boolean given) {
        this.page = page;
        this.given = given;
    }

    /** Returns the state of a new terminal after these parts. */
    Object after(byte[]... parts) {
        var encoded = List.of(parts).stream()
                .map(part -> Base64.getEncoder().encodeToString(part))
                .toList();
        return page.evaluate(STATE, Map.of("columns", COLUMNS, "rows", ROWS, "parts", encoded, "given", given));
    }
}
