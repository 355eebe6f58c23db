export type ThemeChoice = 'page' | 'light' | 'dark' | 'contrast';

/** Settings of terminals that a user chooses. */
export type Settings = {
  fontSize: number;
  theme: ThemeChoice;
  /** For screen readers: output is announced, and a transcript is shown. */
  reader: boolean;
  askBeforePaste: boolean;
};

export const USUAL_FONT_SIZE = 14;
const SMALLEST = 8;
const LARGEST = 32;
const STORAGE_KEY = 'slipway.terminal';
const USUAL: Settings = { fontSize: USUAL_FONT_SIZE, theme: 'page', reader: false, askBeforePaste: true };

const listeners = new Set<(settings: Settings) => void>();
let current: Settings = remembered();

export function settings(): Settings {
  return current;
}

/** Changes settings for all current and later terminals of the page. */
export function change(part: Partial<Settings>) {
  current = valid({ ...current, ...part });
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // Storage is disabled: the choice lasts until the page is closed.
  }
  listeners.forEach((listener) => listener(current));
}

/** Calls back now and at each change. Returns a function that stops this. */
export function follow(listener: (settings: Settings) => void): () => void {
  listeners.add(listener);
  listener(current);
  return () => listeners.delete(listener);
}

// Follows changes that another page of the same browser made.
window.addEventListener('storage', (event) => {
  if (event.key !== STORAGE_KEY) return;
  current = remembered();
  listeners.forEach((listener) => listener(current));
});

function remembered(): Settings {
  try {
    return valid({ ...USUAL, ...(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Settings>) });
  } catch {
    return USUAL;
  }
}

function valid(wanted: Settings): Settings {
  const size = Number(wanted.fontSize) || USUAL_FONT_SIZE;
  return { ...wanted, fontSize: Math.min(LARGEST, Math.max(SMALLEST, Math.round(size))) };
}
