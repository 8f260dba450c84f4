import { largestUnit } from '../moments.ts';

/** A number with its noun: 1 message, 5 messages. */
export function counted(count: number, noun: string): string {
  return `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
}

const UNITS = { minute: 'min', hour: 'h', day: 'd' };

/** A length of time in its largest unit: 5 min, 3 h, 2 d. */
export function duration(milliseconds: number): string {
  const { count, unit } = largestUnit(milliseconds);
  return `${count}\u00a0${UNITS[unit]}`;
}
