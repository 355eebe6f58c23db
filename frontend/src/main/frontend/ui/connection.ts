type VaadinConnection = { state: string; addStateChangeListener(listener: () => void): void };

const WORDS: Record<string, [string, string]> = {
  connected: ['live', 'Live'],
  loading: ['live', 'Live'],
  reconnecting: ['lost', 'Reconnecting…'],
  'connection-lost': ['lost', 'Offline'],
};

/** Shows whether the page is connected to the platform. */
class ConnectionElement extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'status');
    const connection = (window as unknown as { Vaadin?: { connectionState?: VaadinConnection } }).Vaadin?.connectionState;
    connection?.addStateChangeListener(() => this.show(connection.state));
    this.show(connection?.state ?? 'connected');
  }

  private show(state: string) {
    const [kind, text] = WORDS[state] ?? WORDS.connected;
    if (this.getAttribute('kind') === kind && this.textContent === text) return;
    this.setAttribute('kind', kind);
    this.textContent = text;
  }
}

customElements.define('slipway-connection', ConnectionElement);
