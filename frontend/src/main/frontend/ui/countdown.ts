import { LAST_MINUTES, timeLeft } from './time-text.js';

/** Shows the time until a moment, by the browser's clock corrected by the server's. */
class CountdownElement extends HTMLElement {
  static readonly observedAttributes = ['until', 'now'];
  private timer = 0;
  private skew = 0;
  private ended = false;

  connectedCallback() {
    this.timer = window.setInterval(() => this.show(), 1000);
    this.show();
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null) {
    if (name === 'now' && value) this.skew = Number(value) - Date.now();
    this.show();
  }

  private show() {
    const until = Number(this.getAttribute('until'));
    if (!until) {
      this.textContent = '';
      return;
    }
    const seconds = Math.max(0, Math.round((until - Date.now() - this.skew) / 1000));
    this.toggleAttribute('low', seconds < LAST_MINUTES * 60);
    this.textContent = timeLeft(seconds);
    if (seconds === 0 && !this.ended) this.dispatchEvent(new CustomEvent('countdown-ended'));
    this.ended = seconds === 0;
  }
}

customElements.define('slipway-countdown', CountdownElement);
