/** Named position in a recording. */
export interface Chapter {
  /** Seconds from the start. */
  time: number;
  label: string;
}

export interface Cast {
  chapters: Chapter[];
  /** Duration in seconds. */
  duration: number;
}

type Event = [interval: number, code: string, data: string];

/** Reads the chapters and the duration of an asciicast v3. */
export function readCast(text: string): Cast {
  const lines = text.split('\n');
  const chapters: Chapter[] = [];
  let time = 0;
  for (const line of lines) {
    if (!line.startsWith('[')) continue;
    const [interval, code, data] = JSON.parse(line) as Event;
    time += interval;
    if (code === 'm') chapters.push({ time, label: data });
  }
  return { chapters, duration: time };
}

/** Formats seconds, for example as 4:05 or 1:02:03. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
