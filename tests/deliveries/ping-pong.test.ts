import { expect, test } from 'vitest';
import { MAIL } from '../support/mail-settings.ts';
import { service } from '../support/service.ts';
import { BEGINNINGS, faceToFace, rally, responders } from './ping-pong.ts';

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

test.each([
  ['one letter, as they say that they are automatic', /^$/, 1],
  [
    'two letters, where nothing of that arrives',
    /^(?:Auto-Submitted|X-Auto-Response-Suppress|List-[\w-]+):.*\r\n(?:[ \t].*\r\n)*/gm,
    2,
  ],
])('two services like ours say no more to each other than %s', async (_, strip, most) => {
  const [one, other] = await Promise.all([service({ mail: MAIL }), service({ mail: MAIL })]);
  expect(await faceToFace(one, other, strip)).toBe(most);
  await Promise.all([one.discard(), other.discard()]);
});
