/** Limits of the first pane's share in percent. */
export type Limits = readonly [least: number, most: number];

/** Change of the share by one press of an arrow key. */
const STEP = 2;

/** Returns the nearest share within the limits, rounded to a tenth. */
export function limited(share: number, [least, most]: Limits): number {
  return Math.round(Math.min(most, Math.max(least, share)) * 10) / 10;
}

/**
 * Returns the share after a key was pressed on the handle between two panes, or undefined if the key does not move it.
 *
 * @param stacked whether the panes are one above the other
 */
export function shareAfterKey(key: string, share: number, [least, most]: Limits, stacked: boolean): number | undefined {
  switch (key) {
    case stacked ? 'ArrowUp' : 'ArrowLeft':
      return share - STEP;
    case stacked ? 'ArrowDown' : 'ArrowRight':
      return share + STEP;
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return undefined;
  }
}
