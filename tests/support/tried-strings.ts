import { HOSTILE_SLICE, HOSTILE_STRINGS } from './hostile-strings.ts';

/** What is tried in every place that takes text: a slice of the hostile strings, and all of them with `npm run hostile`. */
export const TRIED_STRINGS = process.env.POMOC_TEST_MODE === 'hostile' ? HOSTILE_STRINGS : HOSTILE_SLICE;
