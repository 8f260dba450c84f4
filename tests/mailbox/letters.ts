import { readFileSync } from 'node:fs';
import { type ReadMail, readMail } from '../../src/mailbox/read-mail.ts';

/** A letter of the corpus by its file's name. */
export function letterOf(name: string): Uint8Array {
  return readFileSync(new URL(`mails/${name}.eml`, import.meta.url));
}

/** A letter that can be understood; one that cannot fails the test. */
export async function understood(raw: Uint8Array | string, isWhole = true): Promise<ReadMail> {
  const read = await readMail(typeof raw === 'string' ? Buffer.from(raw) : raw, { isWhole });
  if ('unreadable' in read) throw new Error(`unreadable: ${read.unreadable}`);
  return read;
}

/** A plain letter with fields of a header in place of, or beside, the usual ones, and a body. */
export function plainLetter(body: string, fields: Record<string, string> = {}): string {
  const all = {
    From: 'Ewa Lis <ewa@sklep-lis.example>',
    To: 'pomoc@sklep-pomoc.example',
    Subject: 'Koszyk',
    Date: 'Mon, 3 Aug 2026 11:40:05 +0200',
    'Message-ID': '<a1@sklep-lis.example>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...fields,
  };
  const head = Object.entries(all).filter(([, value]) => value !== '');
  return `${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body.replace(/\r?\n/g, '\r\n')}`;
}
