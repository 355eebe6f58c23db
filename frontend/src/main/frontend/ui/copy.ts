const COPY = '<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>';
const DONE = '<path d="m5 12.5 4.5 4.5L19 7.5"/>';
const DONE_MILLIS = 1600;

/** Button that copies the text of the attribute `text` to the clipboard. */
class CopyElement extends HTMLElement {
  private readonly button = document.createElement('button');

  connectedCallback() {
    this.button.type = 'button';
    this.button.className = 'icon-button';
    this.button.onclick = () => this.copy();
    this.show(COPY, 'Copy');
    this.replaceChildren(this.button);
  }

  private async copy() {
    const text = this.getAttribute('text') ?? '';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.copyByHand(text);
    }
    this.show(DONE, 'Copied');
    window.setTimeout(() => this.show(COPY, 'Copy'), DONE_MILLIS);
  }

  /** Copies without the Clipboard API, which browsers disable on pages without TLS. */
  private copyByHand(text: string) {
    const area = document.createElement('textarea');
    area.value = text;
    this.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }

  private show(icon: string, label: string) {
    this.button.innerHTML = `<svg viewBox="0 0 24 24" class="line-icon" aria-hidden="true">${icon}</svg><span>${label}</span>`;
  }
}

customElements.define('slipway-copy', CopyElement);
