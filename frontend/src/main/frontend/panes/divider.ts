import { shareAfterKey, type Limits } from '../ui/share.js';

/** Handle between two panes. The user moves it by pointer or arrow keys. */
export class Divider {
  readonly element = document.createElement('div');
  private share = 50;

  /**
   * @param box element that contains both panes
   * @param moved receives the first pane's share in percent, and whether the move has ended
   */
  constructor(
    private readonly box: HTMLElement,
    private readonly moved: (share: number, done: boolean) => void,
    limits: Limits,
  ) {
    const handle = this.element;
    handle.className = 'pane-divider';
    handle.tabIndex = 0;
    handle.setAttribute('role', 'separator');
    handle.setAttribute('aria-label', 'Size of the panes');
    handle.setAttribute('aria-valuemin', String(limits[0]));
    handle.setAttribute('aria-valuemax', String(limits[1]));
    handle.onpointerdown = (event) => {
      handle.setPointerCapture(event.pointerId);
      // Prevents an iframe under the pointer from receiving its events.
      this.box.toggleAttribute('dragging', true);
    };
    handle.onpointermove = (event) => {
      if (handle.hasPointerCapture(event.pointerId)) this.moved(this.shareAt(event), false);
    };
    handle.onlostpointercapture = () => {
      this.box.removeAttribute('dragging');
      this.moved(this.share, true);
    };
    handle.onkeydown = (event) => this.key(event, limits);
    handle.ondblclick = () => this.moved(50, true);
  }

  show(share: number, stacked: boolean) {
    this.share = share;
    this.element.setAttribute('aria-valuenow', String(Math.round(share)));
    this.element.setAttribute('aria-orientation', stacked ? 'horizontal' : 'vertical');
    this.box.style.setProperty('--first', `${share}fr`);
    this.box.style.setProperty('--second', `${100 - share}fr`);
  }

  private stacked(): boolean {
    return this.element.getAttribute('aria-orientation') === 'horizontal';
  }

  private shareAt(event: PointerEvent): number {
    const box = this.box.getBoundingClientRect();
    const share = this.stacked() ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
    return share * 100;
  }

  private key(event: KeyboardEvent, limits: Limits) {
    const target = shareAfterKey(event.key, this.share, limits, this.stacked());
    if (target === undefined) return;
    event.preventDefault();
    this.moved(target, true);
  }
}
