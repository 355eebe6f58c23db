/** WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];

  readyState = 0;
  binaryType = '';
  readonly sent: ArrayBuffer[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: ArrayBuffer }) => void;
  onclose?: () => void;

  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }

  send(message: ArrayBuffer) {
    this.sent.push(message);
  }

  close() {
    this.readyState = 3;
  }

  accept() {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  receive(...messages: ArrayBuffer[]) {
    messages.forEach((data) => this.onmessage?.({ data }));
  }

  /** Ends the connection as a lost network does. */
  lose() {
    this.close();
    this.onclose?.();
  }
}
