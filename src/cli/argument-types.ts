import { InvalidArgumentError } from 'commander';
import { VERSION } from '../contract/shapes.ts';
import { WARSAW } from '../contract/warsaw.ts';
import { isDay } from '../shops/shop-record.ts';

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Oczekiwana liczba od ${least} do ${most}.`);
    }
    return value;
  };
}

/** A day such as 2026-11-22. */
export function day(text: string): Temporal.PlainDate {
  if (!isDay(text)) throw new InvalidArgumentError('Oczekiwana data RRRR-MM-DD.');
  return Temporal.PlainDate.from(text);
}

/** A version of the shop program such as 10.4.2. */
export function version(text: string): string {
  if (!VERSION.test(text)) throw new InvalidArgumentError('Oczekiwana wersja, np. 10.4.2.');
  return text;
}

/** A moment on a clock in Warsaw such as 2026-11-22T14:30. */
export function moment(text: string): Temporal.Instant {
  const [, days = '', time = ''] = /^(.{10})T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)$/.exec(text) ?? [];
  if (!isDay(days)) throw new InvalidArgumentError('Oczekiwana chwila RRRR-MM-DDTGG:MM, czas polski.');
  return Temporal.PlainDateTime.from(`${days}T${time}`).toZonedDateTime(WARSAW).toInstant();
}
