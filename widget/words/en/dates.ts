import { WARSAW } from '../../../src/contract/warsaw.ts';
import { bind } from './panel.ts';

/** “1 day left”, “5 days left”. */
export function daysLeft(days: number): string {
  return bind(`${days} day${days === 1 ? '' : 's'} left`);
}

/** A day such as `2026-03-05` in words: “5 March 2026”. */
export function dayInWords(day: string): string {
  return bind(new Date(day).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }));
}

/** An instant in Poland: “Wednesday, 25 November, 10:00”. Browsers join the three parts in different ways. */
export function momentInWords(instant: string | number): string {
  const text = new Date(instant).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: WARSAW,
  });
  return (text.match(/^\w+|\d+ \w{3,}|\d+:\d+/g) ?? []).join(', ');
}
