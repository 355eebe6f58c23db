/** Chromium's Keyboard API, which TypeScript's library does not declare. */
type LockingKeyboard = { lock?: () => Promise<void> };

/**
 * Shows the terminal in full screen. In browsers with the Keyboard API, the terminal then also receives keys that the
 * browser otherwise handles itself, such as Ctrl+W, and Escape leaves full screen only when it is held. Returns the
 * reason if the browser refuses.
 */
export async function enterFullScreen(element: HTMLElement): Promise<string | undefined> {
  try {
    await element.requestFullscreen();
  } catch {
    return 'The browser does not allow full screen here';
  }
  const keyboard = (navigator as Navigator & { keyboard?: LockingKeyboard }).keyboard;
  // Without this API full screen works too, but the browser handles such keys itself; the help explains this.
  await keyboard?.lock?.().catch(() => undefined);
  return undefined;
}
