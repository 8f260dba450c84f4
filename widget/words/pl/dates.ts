import { WARSAW } from '../../../src/contract/warsaw.ts';
import { bind } from './panel.ts';

/** „jeszcze 1 dzień”, „jeszcze 5 dni”. */
export function daysLeft(days: number): string {
  return bind(`jeszcze ${days} ${days === 1 ? 'dzień' : 'dni'}`);
}

/** A table of our own: loading the browser's would take some 10 ms when the drawer opens. */
const MONTHS = 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia';

/** A day such as `2026-03-05` in words: „5 marca 2026”. */
export function dayInWords(day: string): string {
  const [year, month = 0, date] = day.split('-').map(Number);
  return bind(`${date} ${MONTHS.split(' ')[month - 1]} ${year}`);
}

/** An instant in Poland: „środa, 25 listopada, 9:00”. Browsers join the three parts in different ways. */
export function momentInWords(instant: string | number): string {
  const text = new Date(instant).toLocaleString('pl', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: WARSAW,
  });
  return (text.match(/^\p{L}+|\d+ \p{L}{3,}|[1-9]?\d:\d+/gu) ?? []).join(', ');
}
