import { momentText } from './time-text.js';

/** Shows a moment in the reader's time zone. */
class MomentElement extends HTMLElement {
  static readonly observedAttributes = ['at'];

  attributeChangedCallback() {
    const at = new Date(Number(this.getAttribute('at')));
    const text = document.createElement('time');
    text.dateTime = at.toISOString();
    text.textContent = momentText(at, new Date());
    this.replaceChildren(text);
  }
}

customElements.define('slipway-moment', MomentElement);
