/** Chromium's Keyboard API, which TypeScript's library does not know. */
type LockingKeyboard = { lock?: () => Promise<void> };

/**
 * Lets the terminal fill the screen. There the browser hands on the keys that it keeps for itself elsewhere, such as
 * Ctrl+W, where it knows the Keyboard API; Escape then leaves full screen only when it is held. Gives the reason if the
 * browser refuses.
 */
export async function enterFullScreen(element: HTMLElement): Promise<string | undefined> {
  try {
    await element.requestFullscreen();
  } catch {
    return 'The browser does not allow full screen here';
  }
  const keyboard = (navigator as Navigator & { keyboard?: LockingKeyboard }).keyboard;
  // Without it the terminal is large all the same; the help says what that means.
  await keyboard?.lock?.().catch(() => undefined);
  return undefined;
}
