import { lengthOf } from '../moments.ts';

/** A number with its noun: 1 message, 5 messages. */
export function counted(count: number, noun: string): string {
  return `${count}\u00a0${noun}${count === 1 ? '' : 's'}`;
}

const UNITS = { minute: 'min', hour: 'h', day: 'd' };

/** A duration: 5 min, 3 h, 2 d 5 h. */
export function duration(milliseconds: number): string {
  const { count, unit, hours, minutes } = lengthOf(milliseconds);
  const length = `${count}\u00a0${UNITS[unit]}`;
  if (minutes > 0) return `${length} ${minutes}\u00a0${UNITS.minute}`;
  return hours > 0 ? `${length} ${hours}\u00a0${UNITS.hour}` : length;
}
