import { host } from '../../browser/host.ts';
import type { EmergencyFileData } from '../../src/contract/help/emergency-file.ts';
import type { HelpState } from '../../src/contract/help/help-state.ts';
import { WARSAW } from '../../src/contract/warsaw.ts';
import { element } from './element.ts';

/** How long a state is worth being shown, in milliseconds: 15 minutes (`mail.md`, "Pages of our own"). */
export const FRESH_MS = 900_000;

/** What was learned last. */
export interface Known {
  state: HelpState;
  /** when it came, by this machine's clock, in milliseconds */
  cameAt: number;
  /** whether the service has not answered since */
  isLost: boolean;
}

/** Whether a state is younger than 15 minutes. A clock that was set back makes no state young. */
export function isFresh(cameAt: number, now: number): boolean {
  return now >= cameAt && now - cameAt < FRESH_MS;
}

/** An instant in the language of the page, in Warsaw. */
export function inWarsaw(instant: string, options: Intl.DateTimeFormatOptions): string {
  const { lang } = host.document.documentElement;
  // British: 24 hours a day, as the opening hours have them.
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: WARSAW, ...options }).format(
    Date.parse(instant),
  );
}

/** Draws how things stand, with its time; nothing where that is older than 15 minutes, or nothing is known. */
export function showState(known: Known | null, { words }: EmergencyFileData, now: number): void {
  const box = host.document.querySelector('#state');
  const sign = host.document.querySelector('#open-now');
  const fresh = known && isFresh(known.cameAt, now) ? known : null;
  if (sign) sign.textContent = fresh ? (fresh.state.opening.openNow ? words.open : words.closed) : '';
  if (!box) return;
  box.className = !fresh ? '' : fresh.isLost ? 'wrong' : 'calm';
  const parts = fresh ? partsOf(fresh, words) : [];
  // Unchanged words are not read out again.
  if (parts.map(({ textContent }) => textContent).join('') !== box.textContent) box.replaceChildren(...parts);
}

function partsOf({ state, isLost }: Known, words: EmergencyFileData['words']): HTMLElement[] {
  const time = inWarsaw(state.at, { timeStyle: 'short' });
  const since = (instant: string) => inWarsaw(instant, { dateStyle: 'long', timeStyle: 'short' });
  return [
    element('h3', isLost ? words.lost : words.taking),
    ...state.incidents.map((one) =>
      // By functions: a title may have signs that mean something in a replacement.
      element(
        'p',
        words.ongoing.replace('{title}', () => one.title).replace('{since}', () => since(one.since)),
      ),
    ),
    element('small', words.checked.replace('{time}', time)),
  ];
}
