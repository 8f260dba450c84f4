import type { keys as Words } from '../pl/keys.ts';

/** In English: the keys. */
export const keys: typeof Words = {
  keys: 'Keys',
  close: 'Close',
};
