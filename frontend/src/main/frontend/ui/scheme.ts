type Scheme = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'slipway.scheme';
const ORDER: Scheme[] = ['system', 'light', 'dark'];
const LABELS: Record<Scheme, string> = {
  system: 'Colours: as the system',
  light: 'Colours: light',
  dark: 'Colours: dark',
};
const NAMES: Record<Scheme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const ICONS: Record<Scheme, string> = {
  system: '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor"/>',
  light: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>',
  dark: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"/>',
};

/** Event on the window after a scheme was chosen, so that all elements of the page show the same scheme. */
const CHANGED = 'slipway-scheme-changed';

/** Button that switches to the next colour scheme; with the attribute `choices`, a button for each scheme. */
class SchemeElement extends HTMLElement {
  private readonly buttons: HTMLButtonElement[] = [];
  private readonly changed = () => this.show(this.current());

  connectedCallback() {
    const all = this.hasAttribute('choices');
    this.buttons.length = 0;
    if (all) {
      this.setAttribute('role', 'group');
      this.setAttribute('aria-label', 'Colours');
      ORDER.forEach((scheme) => this.add(NAMES[scheme], () => this.choose(scheme)));
    } else {
      this.add('', () => this.choose(ORDER[(ORDER.indexOf(this.current()) + 1) % ORDER.length])).className = 'icon-button';
    }
    this.replaceChildren(...this.buttons);
    window.addEventListener(CHANGED, this.changed);
    this.show(this.current());
  }

  disconnectedCallback() {
    window.removeEventListener(CHANGED, this.changed);
  }

  private add(text: string, action: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.onclick = action;
    this.buttons.push(button);
    return button;
  }

  private current(): Scheme {
    return (document.documentElement.dataset.scheme as Scheme | undefined) ?? 'system';
  }

  private choose(scheme: Scheme) {
    if (scheme === 'system') {
      delete document.documentElement.dataset.scheme;
    } else {
      document.documentElement.dataset.scheme = scheme;
    }
    try {
      if (scheme === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, scheme);
    } catch {
      // Storage is disabled: the choice lasts until the page is closed.
    }
    this.dispatchEvent(new CustomEvent(CHANGED, { bubbles: true }));
  }

  private show(scheme: Scheme) {
    if (this.hasAttribute('choices')) {
      this.buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(ORDER[i] === scheme)));
      return;
    }
    const [button] = this.buttons;
    button.title = LABELS[scheme];
    button.setAttribute('aria-label', LABELS[scheme]);
    button.innerHTML = `<svg viewBox="0 0 24 24" class="line-icon" aria-hidden="true">${ICONS[scheme]}</svg>`;
  }
}

customElements.define('slipway-scheme', SchemeElement);
