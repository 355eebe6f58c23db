/** Number of minutes before the end from which every second is shown. */
export const LAST_MINUTES = 5;

/** Returns the text of a countdown, such as `4:59`, `17 min` or `2 h 5 min`. */
export function timeLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < LAST_MINUTES) return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  if (minutes < 120) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Returns the date and time of a moment in the reader's time zone, such as `Today, 14:05` or `3 Feb 2026, 14:05`. */
export function momentText(at: Date, now: Date): string {
  const today = now.toDateString() === at.toDateString();
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return today ? `Today, ${time}` : `${day}, ${time}`;
}
