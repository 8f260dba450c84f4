import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readMail } from '../../src/mailbox/read-mail.ts';
import { generateLetters } from '../mailbox/generated-letters.ts';
import { HOSTILE } from '../mailbox/hostile-letters.ts';
import { mutatedLetters } from '../mailbox/mutated-letters.ts';
import { takeSpoilt } from '../mailbox/spoilt-on-the-road.ts';
import { wrongIn } from '../mailbox/wrong-in.ts';
import { MAIL } from '../support/mail-settings.ts';
import { service } from '../support/service.ts';

/**
 * Reads letters by the thousand: 300 generated ones with what must come out, 2,000 spoilt ones that must have one answer
 * each, and those that are made to cost much. Ends with 1 when anything is wrong. Milliseconds hold within one run.
 */

const say = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Reads one letter. @returns what was read, how long it took, and the longest that nothing else had its turn */
async function timed(raw: Uint8Array) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const read = await readMail(raw);
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { read, took, blocked: delay.max / 1e6 };
}

let wrong = 0;
let worst = { took: 0, title: '' };
for (const letter of generateLetters(300, 14)) {
  const { read, took } = await timed(letter.raw);
  if (took > worst.took) worst = { took, title: letter.title };
  const faults = wrongIn(letter, read);
  if (faults.length > 0) {
    wrong++;
    say(`wrong: ${letter.title}: ${faults.join('; ')}`);
  }
}
say(`generated: ${300 - wrong} of 300 right; slowest ${worst.took.toFixed(0)} ms (${worst.title})`);

const outcomes: Record<string, number> = {};
let thrown = 0;
let slowest = 0;
for (const raw of mutatedLetters(2000, 14)) {
  const { read, took } = await timed(raw).catch(() => {
    thrown++;
    return { read: null, took: 0 };
  });
  slowest = Math.max(slowest, took);
  const outcome = read === null ? 'thrown' : 'unreadable' in read ? `unreadable: ${read.unreadable}` : read.kind;
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}
say(
  `spoilt: ${thrown} of 2000 thrown; ${JSON.stringify(outcomes)}; slowest ${slowest.toFixed(0)} ms; ${megabytes(process.memoryUsage().rss)} MB`,
);

const api = await service({ mail: MAIL });
const { wrong: lost, ...road } = await takeSpoilt(api, 2000, 14);
await api.discard();
say(`spoilt, from the mailbox to a fate: ${lost.length} lost; ${JSON.stringify(road)}`);
for (const words of lost) say(`wrong: ${words}`);

say('letter that costs much, MB | read, ms | longest without a turn, ms | memory of the process, MB | answer');
for (const [title, make] of Object.entries(HOSTILE)) {
  const raw = Buffer.from(make());
  const { read, took, blocked } = await timed(raw);
  const answer =
    'unreadable' in read ? read.unreadable : `${read.kind}, ${read.body.length} characters, ${read.files.length} files`;
  say(
    `${title}, ${(raw.length / 1e6).toFixed(1)} | ${took.toFixed(0)} | ${blocked.toFixed(0)} | ${megabytes(process.memoryUsage().rss)} | ${answer}`,
  );
}
process.exitCode = wrong + thrown + lost.length > 0 ? 1 : 0;
