import { createHash } from 'node:crypto';
import { receiveFile } from '../attachments/receive-file.ts';
import type { ReceiveDeps } from '../attachments/receive-part.ts';
import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import { LIMITS } from '../contract/limits.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { letTicketIn } from '../guard/ticket-door.ts';
import type { Caller } from '../identity/caller.ts';
import { maskLinks } from '../identity/mail-marks.ts';
import type { KnownShop } from '../shops/recognise-shop.ts';
import { threadOf } from '../store/messages.ts';
import { findShopById, type ShopRow } from '../store/shops.ts';
import { findTicket } from '../store/tickets.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotOpened, openTicket } from '../tickets/open-ticket.ts';
import { type NotReplied, reply } from '../tickets/reply.ts';
import type { CameBy } from '../tickets/write-message.ts';
import { cutLetter } from './cut-quote.ts';
import type { IncomingLetter, StoredLetter } from './incoming-letter.ts';

/** What it takes to make a ticket or a message of a letter. */
export type LetterDeps = ReceiveDeps;

/**
 * Opens a ticket of a shop with a letter: last in the queue and without a promise (R8). Its address proves nothing, however
 * well the letter is signed.
 * @param receivedAt when it counts as come
 * @param by the agent who says that it is one, whom no quota of strangers stops; null where nobody does
 */
export async function openFromLetter(
  deps: LetterDeps,
  letter: StoredLetter,
  shop: KnownShop,
  receivedAt: Temporal.Instant,
  by: string | null = null,
): Promise<Done | NotOpened> {
  const { read, contentKey } = letter;
  const sender = read.from?.address ?? '';
  // Nobody holds a token with this hash: it only names the files of this letter.
  const tokenHash = idOf(contentKey, 'files', 'hex');
  const { ids, refused } = await storeFiles(deps, letter, { kind: 'token', tokenHash }, shop);
  const idempotencyKey = keyOf(contentKey);
  return openTicket(deps, { idempotencyKey, request: { mail: contentKey } }, async (transaction, now) => {
    const key = `mail:${sender.toLowerCase()}`;
    const asking = { shopId: shop.shop.id, isProven: false, address: { address: '', key } };
    const letIn = by === null ? await letTicketIn(transaction, deps.hashKey, asking, now) : null;
    if (letIn?.outcome === 'refused') return letIn;
    return {
      channel: 'email',
      proof: 'unverified',
      sender: letIn?.sender ?? null,
      shop,
      tokenHash: null,
      actor: by ?? 'customer',
      isSeen: false,
      topic: 'other',
      language: read.language,
      subject: subjectOf(read),
      description: textOf(read),
      contact: { email: sender, ...(read.from?.name && { name: read.from.name.slice(0, LIMITS.name) }) },
      outageFacts: [],
      attachments: ids,
      owners: [`token:${tokenHash}`],
      cameBy: cameBy(letter, { shop: shop.shop, refused }),
      receivedAt,
    };
  });
}

/** Writes a letter into the ticket that it answers. From another address than the contact's it is marked as such. */
export async function replyFromLetter(
  deps: LetterDeps,
  letter: StoredLetter,
  number: string,
): Promise<Done | NotReplied> {
  const { contentKey } = letter;
  const ours = (await threadOf(deps.store, number)).filter(({ sender }) => sender === 'agent');
  const read = {
    ...letter.read,
    ...cutLetter(
      letter.read,
      ours.map(({ text }) => text),
    ),
  };
  const ticket = await findTicket(deps.store, number);
  const shop = ticket && (await findShopById(deps.store, ticket.shop_id)).shop;
  const caller = { kind: 'link', number, via: 'email' } as const;
  const { ids, refused } = await storeFiles(deps, letter, caller, null);
  return reply(deps, {
    number,
    idempotencyKey: keyOf(contentKey),
    speaker: { side: 'customer', caller },
    text: textOf(read),
    attachments: ids,
    cameBy: cameBy({ ...letter, read }, { shop, refused }),
  });
}

const keyOf = (contentKey: string) => `mail:${contentKey}`;

/** A name that is the same each time this letter is taken. */
function idOf(contentKey: string, what: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(`${contentKey}:${what}`).digest(encoding);
}

function subjectOf({ subject, text }: IncomingLetter): string {
  const bare = subject.replace(/^(?:\s*(?:re|odp|fwd?|wg|pd)\s*(?:\[\d+\])?:)+/i, '').trim();
  const first = bare.length >= 3 ? bare : (text.trim().split('\n', 1)[0] ?? '');
  const line = first.replace(/\s+/g, ' ').slice(0, LIMITS.subject).trim();
  return line.length >= 3 ? line.toWellFormed() : '(bez tematu)';
}

/** What was newly written, without our own links; a letter of files only says so, as no message is empty. */
export function textOf({ text }: IncomingLetter): string {
  const masked = maskLinks(text);
  return masked.trim() === '' ? '(list bez treści)' : masked.slice(0, LIMITS.description).toWellFormed();
}

function cameBy(
  { read, isAligned }: StoredLetter,
  { shop, refused }: { shop: Pick<ShopRow, 'contact_email'> | null; refused: string[] },
): CameBy {
  const address = read.from?.address.toLowerCase() ?? '';
  const isRegistered = address !== '' && shop?.contact_email.toLowerCase() === address;
  return {
    via: 'email',
    from: { address, proof: isAligned ? (isRegistered ? 'known' : 'signed') : 'unproven' },
    copiedTo: read.cc,
    quoted: restOf(read, refused),
  };
}

/** What stands folded under a letter: nothing of it is thrown away. */
export function restOf(read: IncomingLetter, refused: readonly string[]): string | null {
  const folded = [
    maskLinks(read.text).slice(LIMITS.description),
    ...(refused.length > 0 ? [`Pliki, których nie przyjęto: ${refused.join(', ')}`] : []),
    maskLinks(read.signature ?? ''),
    maskLinks(read.quoted ?? ''),
  ].filter((part) => part.trim() !== '');
  return folded.length > 0 ? folded.join('\n\n').toWellFormed() : null;
}

/** Why a file was not taken, for agents; they write Polish, as what stands beside it. */
const REFUSED: Partial<Record<ProblemCode | 'too-many', string>> = {
  'too-many': 'za dużo plików',
  'too-large': 'za duży',
  'file-kind-refused': 'takich plików nie przyjmujemy',
  'pixels-exceeded': 'za duży obraz',
  'quota-exceeded': 'brak miejsca na pliki',
  'sender-blocked': 'nadawca zablokowany',
};

/** Stores the files of a letter by the rules of all files. @returns ids, and names of those refused with the reason */
async function storeFiles(
  deps: LetterDeps,
  { read, contentKey }: StoredLetter,
  caller: Caller,
  shop: KnownShop | null,
): Promise<{ ids: string[]; refused: string[] }> {
  // Who answers a letter of ours is of its ticket's shop, and names none.
  const identity = shop && { supportNumber: shop.shop.support_number, installUrl: shop.shop.install_url };
  const ids: string[] = [];
  const refused = [...read.leftOut];
  for (const [place, { name, content }] of read.files.entries()) {
    const why = ids.length >= ATTACHMENTS.perMessage ? 'too-many' : null;
    const id = idOf(contentKey, `file:${place}`, 'base64url').slice(0, 22);
    const file = { id, name: name.slice(0, ATTACHMENTS.nameLength) || 'plik', content };
    const refusal = why ?? (await receiveFile(deps, file, { caller, address: null, identity }));
    if (refusal) refused.push(`${file.name} (${REFUSED[refusal] ?? refusal})`);
    else ids.push(id);
  }
  return { ids, refused };
}
