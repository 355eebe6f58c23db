type Key = { text: string; label: string; send: string };

const KEYS: Key[] = [
  { text: 'Esc', label: 'Escape', send: '\x1b' },
  { text: 'Tab', label: 'Tab', send: '\t' },
  { text: '←', label: 'Left', send: '\x1b[D' },
  { text: '↑', label: 'Up', send: '\x1b[A' },
  { text: '↓', label: 'Down', send: '\x1b[B' },
  { text: '→', label: 'Right', send: '\x1b[C' },
  { text: '|', label: 'Pipe', send: '|' },
  { text: '/', label: 'Slash', send: '/' },
  { text: '-', label: 'Minus', send: '-' },
  { text: '~', label: 'Tilde', send: '~' },
];

/** Returns the control character that Control sends with a key, or undefined if there is none. */
export function controlCharacter(key: string): string | undefined {
  const code = key.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code - 0x40) : undefined;
}

/** Buttons for keys that an on-screen keyboard lacks. CSS shows them where the pointer is coarse. */
export class TouchKeys {
  readonly element = document.createElement('div');
  private readonly ctrl = document.createElement('button');

  /** @param type receives the text that a key sends */
  constructor(type: (text: string) => void) {
    this.element.className = 'terminal-keys';
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', 'Keys');
    this.prepare(this.ctrl, 'Ctrl', 'Control, for the next key');
    this.ctrl.setAttribute('aria-pressed', 'false');
    this.ctrl.onclick = () => this.hold(this.ctrl.getAttribute('aria-pressed') !== 'true');
    const buttons = KEYS.map((key) => {
      const button = document.createElement('button');
      this.prepare(button, key.text, key.label);
      button.onclick = () => type(key.send);
      return button;
    });
    buttons.splice(2, 0, this.ctrl);
    this.element.append(...buttons);
  }

  /** Returns the typed text. If Control is held, a letter becomes its control character, and Control is released. */
  apply(text: string): string {
    if (this.ctrl.getAttribute('aria-pressed') !== 'true' || text.length !== 1) return text;
    this.hold(false);
    return controlCharacter(text) ?? text;
  }

  private hold(on: boolean) {
    this.ctrl.setAttribute('aria-pressed', String(on));
  }

  private prepare(button: HTMLButtonElement, text: string, label: string) {
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('aria-label', label);
    // Keeps the focus where it is, and with it the on-screen keyboard.
    button.onpointerdown = (event) => event.preventDefault();
  }
}
