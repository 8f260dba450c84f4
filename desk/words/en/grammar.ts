import { lengthOf } from '../moments.ts';

/** A number with its noun: 1 message, 5 messages. */
export function counted(count: number, noun: string): string {
  return `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
}

const UNITS = { minute: 'min', hour: 'h', day: 'd' };

/** A duration: 5 min, 3 h, 2 d 5 h. */
export function duration(milliseconds: number): string {
  const { count, unit, hours } = lengthOf(milliseconds);
  const length = `${count}\u00a0${UNITS[unit]}`;
  return hours > 0 ? `${length} ${hours}\u00a0${UNITS.hour}` : length;
}
