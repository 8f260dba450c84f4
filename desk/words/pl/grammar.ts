import { lengthOf } from '../moments.ts';

const plural = new Intl.PluralRules('pl');

/** One of three forms: 1 wiadomość, 2 wiadomości, 5 wiadomości. */
export function form(count: number, one: string, few: string, many: string): string {
  const kind = plural.select(count);
  return kind === 'one' ? one : kind === 'few' ? few : many;
}

const UNITS = { minute: 'min', hour: 'godz.', day: '' };

/** A duration: 5 min, 3 godz., 2 dni 5 godz. */
export function duration(milliseconds: number): string {
  const { count, unit, hours, minutes } = lengthOf(milliseconds);
  const length = `${count}\u00a0${UNITS[unit] || form(count, 'dzień', 'dni', 'dni')}`;
  if (minutes > 0) return `${length} ${minutes}\u00a0${UNITS.minute}`;
  return hours > 0 ? `${length} ${hours}\u00a0${UNITS.hour}` : length;
}
