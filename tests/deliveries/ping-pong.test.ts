import { expect, test } from 'vitest';
import { MAIL } from '../support/mail-settings.ts';
import { service } from '../support/service.ts';
import { BEGINNINGS, rally, responders } from './ping-pong.ts';

/** Those that come nearest to going on for ever, and one that says what it is. */
const TRIED = [
  'Auto-Submitted',
  'nothing of itself, with another subject, known to us',
  'to the envelope’s sender, known to us',
];

test.each(responders().filter(({ title }) => TRIED.includes(title)))(
  'a program that answers each letter ($title) and we are silent after two letters at most',
  async (responder) => {
    for (const beginning of BEGINNINGS) {
      const api = await service({ mail: MAIL });
      expect((await rally(api, responder, beginning)).answers).toBeLessThanOrEqual(2);
      await api.discard();
    }
  },
);
