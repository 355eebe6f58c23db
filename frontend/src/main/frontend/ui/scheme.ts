type Scheme = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'slipway.scheme';
const ORDER: Scheme[] = ['system', 'light', 'dark'];
const LABELS: Record<Scheme, string> = {
  system: 'Colours: as the system',
  light: 'Colours: light',
  dark: 'Colours: dark',
};
const ICONS: Record<Scheme, string> = {
  system: '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor"/>',
  light: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>',
  dark: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"/>',
};

/** A button that steps through the colour schemes. */
class SchemeElement extends HTMLElement {
  private readonly button = document.createElement('button');

  connectedCallback() {
    this.button.type = 'button';
    this.button.className = 'icon-button';
    this.button.onclick = () => this.choose(ORDER[(ORDER.indexOf(this.current()) + 1) % ORDER.length]);
    this.replaceChildren(this.button);
    this.show(this.current());
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
      // Storage is switched off: the choice lasts as long as the page.
    }
    this.show(scheme);
    this.dispatchEvent(new CustomEvent('slipway-scheme-changed', { bubbles: true }));
  }

  private show(scheme: Scheme) {
    this.button.title = LABELS[scheme];
    this.button.setAttribute('aria-label', LABELS[scheme]);
    this.button.innerHTML = `<svg viewBox="0 0 24 24" class="line-icon" aria-hidden="true">${ICONS[scheme]}</svg>`;
  }
}

customElements.define('slipway-scheme', SchemeElement);
