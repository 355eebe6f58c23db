import type { ITheme } from '@xterm/xterm';
import type { Player } from 'asciinema-player';
import { FONT, lookFor, onSchemeChange } from '../terminal/look';
import { settings } from '../terminal/settings';
import { type Cast, clockTime, readCast } from './cast';
import { paint, THEME } from './theme';

/** Longest pause during playback, in seconds; longer pauses are shortened. */
const LONGEST_PAUSE = 2;
const STYLES = 'slipway-player-styles';

/** Adds the player's own styles to the page, once. */
async function styles() {
  const { default: css } = await import('asciinema-player/dist/bundle/asciinema-player.css?inline');
  if (document.getElementById(STYLES)) return;
  const style = document.createElement('style');
  style.id = STYLES;
  style.textContent = String(css);
  document.head.append(style);
}

/**
 * Plays the recording at its `src`, with its markers as chapters. The player's code is loaded with the first recording.
 */
class PlayerElement extends HTMLElement {
  static readonly observedAttributes = ['src'];
  private readonly stage = document.createElement('div');
  private readonly chapters = document.createElement('nav');
  private player?: Player;
  private recording = '';
  private cast?: Cast;
  private painted?: ITheme;
  private turn = 0;
  private stopWatching?: () => void;

  connectedCallback() {
    this.stage.className = 'player-stage';
    this.chapters.className = 'player-chapters';
    this.chapters.setAttribute('aria-label', 'Chapters');
    this.replaceChildren(this.stage, this.chapters);
    this.stopWatching = onSchemeChange(() => this.repaint());
    void this.load();
  }

  disconnectedCallback() {
    this.turn++;
    this.stopWatching?.();
    this.player?.dispose();
    this.player = undefined;
  }

  attributeChangedCallback() {
    if (this.isConnected) void this.load();
  }

  private async load() {
    const src = this.getAttribute('src');
    const turn = ++this.turn;
    if (!src) return;
    this.say('Loading the recording…');
    try {
      const answer = await fetch(src);
      if (!answer.ok) throw new Error(`${answer.status}`);
      const recording = await answer.text();
      const cast = readCast(recording);
      if (turn !== this.turn) return;
      this.recording = recording;
      this.cast = cast;
      await this.show(0);
    } catch (failure) {
      console.warn('recording not shown', failure);
      if (turn === this.turn) this.say('The recording cannot be shown. Reload the page, or download the recording.');
    }
  }

  /** Creates the player, or recreates it after a change of colours, because it reads its colours only once. */
  private async show(startAt: number) {
    const turn = this.turn;
    const [{ create }] = await Promise.all([import('asciinema-player'), styles()]);
    if (turn !== this.turn || !this.cast) return;
    this.player?.dispose();
    this.stage.replaceChildren();
    const { theme } = lookFor(this, settings().theme);
    this.painted = theme;
    paint(this, theme);
    this.player = create({ data: this.recording }, this.stage, {
      // No size is set, because it would apply to the whole recording, while this recording contains resizes. No poster
      // is set, because after a jump the player drops the text that its poster showed.
      preload: true,
      idleTimeLimit: LONGEST_PAUSE,
      fit: 'both',
      controls: true,
      theme: THEME,
      terminalFontFamily: FONT,
    });
    this.showChapters(this.cast);
    if (startAt > 0) await this.player.seek(startAt);
    this.dispatchEvent(new CustomEvent('player-shown'));
  }

  private showChapters(cast: Cast) {
    const heading = document.createElement('h3');
    heading.textContent = 'Chapters';
    const list = document.createElement('ol');
    cast.chapters.forEach((chapter, marker) => {
      const button = document.createElement('button');
      button.type = 'button';
      const time = document.createElement('time');
      time.textContent = clockTime(chapter.time);
      const label = document.createElement('span');
      label.textContent = chapter.label;
      button.append(time, label);
      button.onclick = () => this.jump(marker);
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    });
    this.chapters.replaceChildren(heading, list);
    this.chapters.hidden = cast.chapters.length === 0;
  }

  private async jump(marker: number) {
    await this.player?.seek({ marker });
    this.chapters.querySelectorAll('button').forEach((button, index) => {
      if (index === marker) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    });
  }

  /** Recreates the player if the page's colours have changed. Other changes of the page's attributes are ignored. */
  private repaint() {
    if (this.player && lookFor(this, settings().theme).theme !== this.painted) void this.show(this.player.getCurrentTime());
  }

  private say(text: string) {
    this.player?.dispose();
    this.player = undefined;
    const words = document.createElement('p');
    words.setAttribute('role', 'status');
    words.textContent = text;
    this.stage.replaceChildren(words);
    this.chapters.hidden = true;
  }
}

customElements.define('slipway-player', PlayerElement);
