import { ask } from './question.js';

/** An address that stands there to be read. */
export function openLink(uri: string) {
  if (isWeb(uri)) window.open(uri, '_blank', 'noopener,noreferrer');
}

/** An address behind other words (OSC 8), put there by whatever wrote the output: shown before it is opened. */
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
