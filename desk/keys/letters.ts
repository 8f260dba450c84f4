import { signal } from '@preact/signals';

const KEY = 'desk.letters';

/**
 * Whether single letters are commands; on until somebody turns it off on this machine. Who speaks to the computer would set
 * them off by any word (WCAG 2.1.4).
 */
export const lettersAreOn = signal(readLetters());

export function turnLetters(isOn: boolean): void {
  lettersAreOn.value = isOn;
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // for this page only, then
  }
}

function readLetters(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}
