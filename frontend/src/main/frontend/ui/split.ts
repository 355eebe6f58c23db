const MIN = 20;
const MAX = 80;
const STEP = 2;

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
    this.handle.setAttribute('aria-valuemin', String(MIN));
    this.handle.setAttribute('aria-valuemax', String(MAX));
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
    const target: Record<string, number> = { ArrowLeft: now - STEP, ArrowRight: now + STEP, Home: MIN, End: MAX };
    if (!(event.key in target)) return;
    event.preventDefault();
    this.move(target[event.key]);
  }

  private move(percent: number) {
    const rounded = Math.round(Math.min(MAX, Math.max(MIN, percent)) * 10) / 10;
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
