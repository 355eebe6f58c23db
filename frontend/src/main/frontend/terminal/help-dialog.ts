import { HELP } from './keys.js';
import { change, follow, settings, USUAL_FONT_SIZE, type ThemeChoice } from './settings.js';

const THEMES: Record<ThemeChoice, string> = {
  page: 'As the page',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** Opens the dialog with the keys, the mouse buttons and the settings of terminals. */
export function openHelp(parent: HTMLElement) {
  const dialog = document.createElement('dialog');
  dialog.className = 'terminal-dialog terminal-help';
  dialog.setAttribute('aria-label', 'Keyboard, mouse and looks');
  dialog.append(heading('Keyboard and mouse'), keys(), heading('Looks and settings'), ...choices(dialog), actions());
  dialog.addEventListener('close', () => dialog.remove());
  parent.append(dialog);
  dialog.showModal();
}

function heading(text: string): HTMLElement {
  const heading = document.createElement('h2');
  heading.textContent = text;
  return heading;
}

function keys(): HTMLElement {
  const list = document.createElement('dl');
  for (const [key, what] of HELP) {
    const term = document.createElement('dt');
    term.textContent = key;
    const description = document.createElement('dd');
    description.textContent = what;
    list.append(term, description);
  }
  return list;
}

function choices(dialog: HTMLDialogElement): HTMLElement[] {
  const size = document.createElement('output');
  const sizes = document.createElement('div');
  sizes.className = 'terminal-sizes';
  sizes.setAttribute('role', 'group');
  sizes.setAttribute('aria-label', 'Font size');
  sizes.append(
    'Font size ',
    button('Smaller', () => change({ fontSize: settings().fontSize - 1 })),
    size,
    button('Larger', () => change({ fontSize: settings().fontSize + 1 })),
    button('Default', () => change({ fontSize: USUAL_FONT_SIZE })),
  );
  const theme = document.createElement('select');
  theme.setAttribute('aria-label', 'Colours');
  for (const [value, text] of Object.entries(THEMES)) theme.append(new Option(text, value));
  theme.onchange = () => change({ theme: theme.value as ThemeChoice });
  const reader = box((on) => change({ reader: on }));
  const asks = box((on) => change({ askBeforePaste: on }));
  const stop = follow((now) => {
    size.textContent = `${now.fontSize} px`;
    theme.value = now.theme;
    reader.checked = now.reader;
    asks.checked = now.askBeforePaste;
  });
  dialog.addEventListener('close', stop);
  return [
    sizes,
    label('Colours ', theme),
    label(reader, 'For screen readers: announce output, and show it as text to read'),
    label(asks, 'Ask before several lines are pasted into a program that processes each line at once'),
  ];
}

function box(changed: (on: boolean) => void): HTMLInputElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.onchange = () => changed(box.checked);
  return box;
}

function label(...parts: (HTMLElement | string)[]): HTMLElement {
  const label = document.createElement('label');
  label.append(...parts);
  return label;
}

function button(text: string, action: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.onclick = action;
  return button;
}

function actions(): HTMLElement {
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'terminal-dialog-actions';
  const close = document.createElement('button');
  close.className = 'primary';
  close.textContent = 'Close';
  close.autofocus = true;
  form.append(close);
  return form;
}
