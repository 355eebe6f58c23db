/** Number of minutes before the end from which every second is shown. */
const LAST_MINUTES = 5;

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
    this.textContent = this.words(seconds);
    if (seconds === 0 && !this.ended) this.dispatchEvent(new CustomEvent('countdown-ended'));
    this.ended = seconds === 0;
  }

  private words(seconds: number) {
    const minutes = Math.floor(seconds / 60);
    if (minutes < LAST_MINUTES) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
    if (minutes < 120) return `${minutes} min`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }
}

customElements.define('slipway-countdown', CountdownElement);
