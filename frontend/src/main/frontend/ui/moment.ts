/** Shows a moment in the reader's time zone. */
class MomentElement extends HTMLElement {
  static readonly observedAttributes = ['at'];

  attributeChangedCallback() {
    const at = new Date(Number(this.getAttribute('at')));
    const today = new Date().toDateString() === at.toDateString();
    const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
    const text = document.createElement('time');
    text.dateTime = at.toISOString();
    text.textContent = today ? `Today, ${time}` : `${day}, ${time}`;
    this.replaceChildren(text);
  }
}

customElements.define('slipway-moment', MomentElement);
