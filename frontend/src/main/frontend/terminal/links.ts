import { ask } from './question.js';

/** Opens an address that is visible in the output. */
export function openLink(uri: string) {
  if (isWeb(uri)) window.open(uri, '_blank', 'noopener,noreferrer');
}

/**
 * Opens an address that is hidden behind another text (OSC 8). Any program can write such a link, so the user confirms
 * the address first.
 */
export async function openChecked(parent: HTMLElement, uri: string) {
  if (!isWeb(uri)) return;
  const answer = await ask(parent, {
    title: 'Open this address?',
    text: 'The output has a link that leads to:',
    detail: uri,
    action: 'Open in a new tab',
  });
  if (answer.yes) openLink(uri);
}

function isWeb(uri: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(uri).protocol);
  } catch {
    return false;
  }
}
