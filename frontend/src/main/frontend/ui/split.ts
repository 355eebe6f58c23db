import { limited, shareAfterKey } from './share.js';

const LIMITS = [20, 80] as const;

/**
 * Two panes with a handle between them, which the user moves by pointer or arrow keys; the browser stores its position.
 * On narrow screens only the pane that the attribute "shown" names is visible, and CSS hides the handle.
 */
class SplitElement extends HTMLElement {
  private readonly handle = document.createElement('div');

  connectedCallback() {
    this.handle.className = 'split-handle';
    this.handle.tabIndex = 0;
    this.handle.setAttribute('role', 'separator');
    this.handle.setAttribute('aria-orientation', 'vertical');
    this.handle.setAttribute('aria-label', 'Width of the instructions');
    this.handle.setAttribute('aria-valuemin', String(LIMITS[0]));
    this.handle.setAttribute('aria-valuemax', String(LIMITS[1]));
    this.handle.onpointerdown = (event) => this.handle.setPointerCapture(event.pointerId);
    this.handle.onpointermove = (event) => this.drag(event);
    this.handle.onkeydown = (event) => this.key(event);
    this.handle.ondblclick = () => this.move(this.standard());
    this.append(this.handle);
    this.move(this.remembered());
  }

  private drag(event: PointerEvent) {
    if (!this.handle.hasPointerCapture(event.pointerId)) return;
    const box = this.getBoundingClientRect();
    this.move(((event.clientX - box.left) / box.width) * 100);
  }

  private key(event: KeyboardEvent) {
    const now = Number(this.handle.getAttribute('aria-valuenow'));
    const target = shareAfterKey(event.key, now, LIMITS, false);
    if (target === undefined) return;
    event.preventDefault();
    this.move(target);
  }

  private move(percent: number) {
    const rounded = limited(percent, LIMITS);
    this.style.setProperty('--split', `${rounded}%`);
    this.handle.setAttribute('aria-valuenow', String(Math.round(rounded)));
    try {
      localStorage.setItem(this.storageKey(), String(rounded));
    } catch {
      // Storage is disabled: the width lasts until the page is closed.
    }
  }

  private remembered() {
    try {
      return Number(localStorage.getItem(this.storageKey())) || this.standard();
    } catch {
      return this.standard();
    }
  }

  private standard() {
    return Number(this.getAttribute('standard')) || 50;
  }

  private storageKey() {
    return `slipway.split.${this.getAttribute('name')}`;
  }
}

customElements.define('slipway-split', SplitElement);
