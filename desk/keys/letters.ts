import { signal } from '@preact/signals';
import { createKept } from '../models/kept-text.ts';

const kept = createKept('desk.letters');

/**
 * Whether single letters are commands; on until turned off on this machine. With speech input any word would trigger
 * them (WCAG 2.1.4).
 */
export const lettersAreOn = signal(kept.get() !== 'off');

export function turnLetters(isOn: boolean): void {
  lettersAreOn.value = isOn;
  kept.keep(isOn ? '' : 'off');
}
