/**
 * Ctrl+F6 moves the focus to the next part of the page that has the attribute `region`; with Shift, to the previous
 * one. It is needed because terminals pass Tab on to their shells. Ctrl+Shift+Escape does the same for keyboards whose
 * Ctrl+F6 is used by the operating system.
 */
const FOCUSABLE = 'textarea, [role=tab][aria-selected=true], a[href], button:not([disabled]):not([tabindex="-1"]), [tabindex]:not([tabindex="-1"])';

function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[region]')].filter((region) => region.checkVisibility());
}

function enter(region: HTMLElement) {
  const candidates = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const target = region.matches('[tabindex]') ? region : candidates.find((element) => element.checkVisibility());
  target?.focus();
}

function onKey(event: KeyboardEvent) {
  const leaves = event.ctrlKey && (event.key === 'F6' || (event.key === 'Escape' && event.shiftKey));
  if (!leaves) return;
  const all = regions();
  const now = all.findIndex((region) => region.contains(document.activeElement));
  const back = event.key === 'F6' && event.shiftKey;
  const next = all[(now + (back ? -1 : 1) + all.length) % all.length];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  enter(next);
}

document.addEventListener('keydown', onKey, { capture: true });
