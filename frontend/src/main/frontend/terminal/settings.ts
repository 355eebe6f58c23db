export type ThemeChoice = 'page' | 'light' | 'dark' | 'contrast';

/** How somebody likes their terminals. */
export type Settings = {
  fontSize: number;
  theme: ThemeChoice;
  /** For screen readers: output is announced, and there is a transcript to read. */
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

/** Changes settings for all terminals of the page, and for those to come. */
export function change(part: Partial<Settings>) {
  current = valid({ ...current, ...part });
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
  listeners.forEach((listener) => listener(current));
}

/** Calls back now and at each change. Returns how to stop that. */
export function follow(listener: (settings: Settings) => void): () => void {
  listeners.add(listener);
  listener(current);
  return () => listeners.delete(listener);
}

// Another page of the same browser has changed them.
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
