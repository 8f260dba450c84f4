import type { readMail } from '../../src/mailbox/read-mail.ts';
import type { GeneratedLetter } from './generated-letters.ts';

/** What was read otherwise than it was written; empty when all is right. */
export function wrongIn(letter: GeneratedLetter, read: Awaited<ReturnType<typeof readMail>>): string[] {
  if ('unreadable' in read) return [`unreadable: ${read.unreadable}`];
  const pairs: [what: string, is: unknown, must: unknown][] = [
    ['text', read.text, letter.text],
    ['subject', read.subject, letter.subject],
    ['name', read.from?.name, letter.fromName],
    ['kind', read.kind, 'person'],
    ['quote', read.quoted !== null, letter.hasQuote],
    ['damage', read.isDamaged, false],
    ['files', read.files.map(({ name }) => name).join(), letter.files.map(({ name }) => name).join()],
    [
      'bytes',
      read.files.every(({ content }, at) => Buffer.compare(content, letter.files[at]?.content ?? Buffer.of()) === 0),
      true,
    ],
  ];
  return pairs
    .filter(([, is, must]) => is !== must)
    .map(([what, is, must]) => `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(must)}`);
}
