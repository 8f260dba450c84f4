import { expect, test } from 'vitest';
import { readMail } from '../../src/mailbox/read-mail.ts';
import { MAIL } from '../support/mail-settings.ts';
import { service } from '../support/service.ts';
import { generateLetters } from './generated-letters.ts';
import { mutatedLetters } from './mutated-letters.ts';
import { takeSpoilt } from './spoilt-on-the-road.ts';
import { wrongIn } from './wrong-in.ts';

test('Sixty letters of all charsets, encodings, structures and programs come out as they were written', async () => {
  for (const letter of generateLetters(60, 14))
    expect(wrongIn(letter, await readMail(letter.raw)), letter.title).toEqual([]);
});

test('Two hundred spoilt letters have one answer each, without NUL and without half letters', async () => {
  for (const raw of mutatedLetters(200, 14)) {
    const read = await readMail(raw);
    expect(read.contentKey).toMatch(/^[0-9a-f]{64}$/);
    if ('unreadable' in read) continue;
    for (const kept of stringsIn(read))
      expect(kept).toSatisfy((text: string) => text.isWellFormed() && !text.includes('\0'));
  }
});

test('Sixty spoilt letters are kept as they came, and each has one fate', async () => {
  const api = await service({ mail: MAIL });
  expect((await takeSpoilt(api, 60, 14)).wrong).toEqual([]);
  await api.discard();
});

/** All texts of what was read, but for the bytes of files. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
}
