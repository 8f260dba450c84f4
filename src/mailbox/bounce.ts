import { decodeBytes } from './charset.ts';
import { fieldValue, type Head, readHead } from './mail-head.ts';
import { readIds } from './mail-ids.ts';
import { readAddresses } from './mail-people.ts';
import type { Part } from './open-parts.ts';

/** What came back. Anybody can write such a letter: it is believed only with our token. */
export interface Bounce {
  /** in lower case; empty when it is not told */
  recipient: string;
  /** such as `5.1.1`; empty when it is not told */
  status: string;
  /** it will not be tried again: the address takes no letters */
  isHard: boolean;
}

/** Fields of one recipient in a report (RFC 3464). */
interface Tried {
  recipient: string | null;
  status: string | null;
  isFailed: boolean;
}

/**
 * What a report says about whom it names first as failed; of servers that write no report, what their words say.
 * @returns also the `Message-ID`s of what came back, without angle brackets
 */
export function readBounce(head: Head, root: Part | null, text: string): { bounce: Bounce; ids: string[] } {
  const leaves = root ? leavesOf(root) : [];
  const report = leaves.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  );
  const tried = report?.leaf ? readReport(report.leaf.content) : [];
  const told = tried.find(({ isFailed }) => isFailed) ?? tried[0] ?? readWords(head, text);
  const returned = leaves.find(({ type }) => type === 'text/rfc822-headers' || type === 'message/rfc822');
  const id = returned?.leaf ? fieldValue(readHead(returned.leaf.content), 'message-id') : idInWords(text);
  const { recipient, status } = told;
  const isHard = told.isFailed && (status ?? '').startsWith('5');
  return { bounce: { recipient: recipient ?? '', status: status ?? '', isHard }, ids: readIds(id) };
}

/** Blocks of fields with blank lines between; the first is about the server. */
function readReport(content: Uint8Array): Tried[] {
  const blocks = decodeBytes(content.subarray(0, 100_000), null).split(/\r?\n[ \t]*\r?\n/);
  return blocks.flatMap((block) => {
    const fields = readHead(Buffer.from(`${block}\n\n`));
    const named = fieldValue(fields, 'final-recipient') || fieldValue(fields, 'original-recipient');
    if (!named) return [];
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldValue(fields, 'status'))?.[0] ?? null;
    const isFailed = /^failed\b/i.test(fieldValue(fields, 'action'));
    return [{ recipient: readAddresses(named)[0] ?? null, status, isFailed }];
  });
}

/** Exim names the recipient in a field, qmail in a line `<address>:`; the status stands somewhere in the text. */
function readWords(head: Head, text: string): Tried {
  const named =
    readAddresses(fieldValue(head, 'x-failed-recipients'))[0] ??
    readAddresses(/^<[^<>\s]+>:/m.exec(text)?.[0] ?? '')[0];
  const words = text.slice(0, 20_000);
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1] ?? (/\b55[0-4][ -]/.test(words) ? '5.0.0' : null);
  const isDelayed = /\b(?:delayed|will be retried|not yet been delivered|warning:)/i.test(words);
  return { recipient: named ?? null, status, isFailed: status !== null && !isDelayed };
}

function idInWords(text: string): string {
  return /^message-id:.*$/im.exec(text)?.[0] ?? '';
}

function leavesOf(part: Part): Part[] {
  return part.leaf ? [part] : part.children.flatMap(leavesOf);
}
