import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { bounceTag, messageIdOf, replyTag } from '../../src/identity/mail-marks.ts';
import type { AlignedDeps } from '../../src/mailbox/is-aligned.ts';
import { MARK_KEY } from '../support/service.ts';

/** Who is to be robbed: a shop's contact with a ticket, and the thief with one of his own, whose letters he has. */
export interface Prey {
  /** the contact's address, with its domain */
  victim: string;
  /** her ticket, and the delivery of its receipt, whose marks the thief does not have */
  number: string;
  delivery: number;
  /** the thief's address, ticket and receipt */
  thief: string;
  own: { number: string; delivery: number };
}

/** A letter of the thief. */
export interface Forged {
  title: string;
  raw: Buffer;
}

/** The server whose results are believed. */
export const TRUSTED = 'mx.shopgold.pl';

const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const KEY = `v=DKIM1; k=rsa; p=${KEYS.publicKey.toString('base64')}`;

/**
 * DNS, where the thief has keys of his own domain, of one that looks like the victim's, of neighbours under the same
 * suffix or host of shops, and of sub-domains that his organisation gave him. Suffix and host have records for all under
 * them. The victim's domain has no key of his.
 */
const RECORDS: Record<string, string> = {
  '_dmarc.ksiegarnia-zuraw.pl': 'v=DMARC1; p=reject',
  's1._domainkey.napastnik.pl': KEY,
  '_dmarc.napastnik.pl': 'v=DMARC1; p=none',
  's1._domainkey.ksiegarnia-zuraw.pl.napastnik.pl': KEY,
  's1._domainkey.ksiegarnia-zuraw.com.pl': KEY,
  '_dmarc.ksiegarnia-zuraw.com.pl': 'v=DMARC1; p=none',
  's1._domainkey.napastnik.com.pl': KEY,
  '_dmarc.com.pl': 'v=DMARC1; p=none',
  '_dmarc.pl': 'v=DMARC1; p=none',
  's1._domainkey.napastnik.sklepy.example': KEY,
  '_dmarc.sklepy.example': 'v=DMARC1; p=reject',
  's1._domainkey.blog.luzny.pl': KEY,
  '_dmarc.luzny.pl': 'v=DMARC1; p=reject',
  's1._domainkey.sklepy.scisly.pl': KEY,
  '_dmarc.scisly.pl': 'v=DMARC1; p=reject; adkim=s',
};

/** Looks up that DNS and no other. */
export const forgersDns: NonNullable<AlignedDeps['resolve']> = async (name) => {
  const record = RECORDS[name];
  if (record === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [[record]];
};

/** Domains for which no letter of the thief may be proven. */
export const PROTECTED = [
  'ksiegarnia-zuraw.pl',
  'scisly.pl',
  'luzny.pl',
  'ksiegarnia.com.pl',
  'ksiegarnia.sklepy.example',
];

/** A trick: fields in the place of the usual ones, and maybe a domain that signs. */
interface Trick {
  title: string;
  from?: string;
  to?: string;
  subject?: string;
  fields?: string[];
  text?: string;
  signedBy?: string;
}

/** Letters that must join nothing of the victim's and be proven of nobody else: each trick in each dress. */
export async function forgedLetters(prey: Prey): Promise<Forged[]> {
  const letters: Forged[] = [];
  for (const [dressName, dress] of Object.entries(DRESSES))
    for (const trick of tricks(prey)) {
      const plain = dress(write(prey, trick, letters.length), trick);
      const raw = trick.signedBy ? await signed(plain, trick.signedBy) : Buffer.from(plain);
      letters.push({ title: `${trick.title}, ${dressName}`, raw });
    }
  return letters;
}

function write({ victim }: Prey, trick: Trick, place: number): string {
  const { from = `Księgarnia <${victim}>`, to = 'pomoc@shopgold.pl', subject = 'Odp: Dostawa', fields = [] } = trick;
  const lines = [
    ...(from === '' ? [] : [`From: ${from}`]),
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0100',
    `Message-ID: <falszywy-${place}@napastnik.pl>`,
    ...fields,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${trick.text ?? `Proszę podać hasło FTP. ${place}`}\r\n`;
}

async function signed(text: string, domain: string): Promise<Buffer> {
  const key = { signingDomain: domain, selector: 's1', privateKey: KEYS.privateKey };
  const { signatures } = await dkimSign(text, { ...key, signatureData: [key] });
  return Buffer.from(signatures + text);
}

/** How the same trick may come. */
const DRESSES: Record<string, (letter: string, trick: Trick) => string> = {
  plain: (letter) => letter,
  'names of fields in capitals': (letter) => letter.replace(/^[\w-]+(?=:)/gm, (name) => name.toUpperCase()),
  'folded fields': (letter) =>
    letter.replace(/^((?:In-Reply-To|References|Authentication-Results): ?\S+) ?/gm, '$1\r\n\t'),
  'line feeds alone': (letter) => letter.replaceAll('\r\n', '\n'),
  'fields of servers before it': (letter) =>
    `Return-Path: <biuro@ksiegarnia-zuraw.pl>\r\nReceived: from mx.ksiegarnia-zuraw.pl by mx.shopgold.pl; Sun, 22 Nov 2026 10:00:01 +0100\r\nDelivered-To: pomoc@shopgold.pl\r\n${letter}`,
  'results of another server before it': (letter) =>
    `Authentication-Results: mx.shopgold.pl.napastnik.pl; dmarc=pass header.from=ksiegarnia-zuraw.pl\r\n${letter}`,
};

function tricks(prey: Prey): Trick[] {
  return [
    ...byNumber(prey),
    ...byMark(prey),
    ...byAddress(prey),
    ...byResults(prey),
    ...bySender(prey),
    ...byBounce(prey),
  ];
}

function byNumber({ number, thief }: Prey): Trick[] {
  const subjects = [
    `[${number}] Dostawa`,
    `Re: [${number}]`,
    `Odp: zgłoszenie ${number}`,
    `[#${number}]`,
    `Ticket#${number}`,
  ];
  return [
    ...subjects.map((subject) => ({ title: `subject ${subject.replace(number, 'N')}`, subject })),
    { title: 'number in a field', fields: [`X-Ticket: ${number}`, `Thread-Topic: [${number}]`] },
    { title: 'number from the thief', from: thief, subject: `[${number}]` },
  ];
}

function byMark({ number, delivery, thief, own }: Prey): Trick[] {
  const mine = messageIdOf(MARK_KEY, own, 'shopgold.pl');
  const hers = messageIdOf(MARK_KEY, { number, delivery }, 'shopgold.pl');
  const macOf = (id: string) => id.split('.')[3]?.split('@')[0] ?? '';
  const guesses = Array.from({ length: 100 }, (_, place) => `<t.${number}.${place}.${'A'.repeat(21)}Q@shopgold.pl>`);
  const ids: [string, string][] = [
    ['the thief’s mark for her ticket', `t.${number}.${delivery}.${macOf(mine)}@shopgold.pl`],
    ['the thief’s mark for her delivery', `t.${number}.${own.delivery}.${macOf(mine)}@shopgold.pl`],
    ['her mark for another delivery', `t.${number}.${delivery + 1}.${macOf(hers)}@shopgold.pl`],
    ['her mark cut short', `t.${number}.${delivery}.${macOf(hers).slice(0, 21)}@shopgold.pl`],
    ['her mark in another case', `t.${number}.${delivery}.${swapCase(macOf(hers))}@shopgold.pl`],
    ['no mark', `t.${number}.${delivery}.@shopgold.pl`],
    ['a number alone', `${number}@shopgold.pl`],
    ['the question’s number', `t.0.${delivery}.${macOf(mine)}@shopgold.pl`],
    ['a mark of another key', messageIdOf(new Uint8Array(32), { number, delivery }, 'shopgold.pl')],
    ['an id of hers that could be guessed', '1@ksiegarnia-zuraw.pl'],
  ];
  return [
    ...ids.map(([title, id]) => ({ title, fields: [`In-Reply-To: <${id}>`, `References: <${id}>`] })),
    { title: 'a hundred guesses', fields: [`References: ${guesses.join('\r\n ')}`] },
    { title: 'her id without brackets', fields: [`In-Reply-To: ${hers.replace('@', ' @')}`] },
    { title: 'her id from the thief, cut', from: thief, fields: [`In-Reply-To: <x${hers}>`] },
  ];
}

function byAddress({ number, thief, own }: Prey): Trick[] {
  const mine = replyTag(MARK_KEY, own.number).split('-')[1] ?? '';
  const hers = replyTag(MARK_KEY, number).split('-')[1] ?? '';
  const at = (tag: string) => `pomoc+${tag}@shopgold.pl`;
  const wrong: [string, string][] = [
    ['the thief’s mark for her number', at(`${number}-${mine}`)],
    ['her mark cut short', at(`${number}-${hers.slice(0, 25)}`)],
    ['her mark with one sign more', at(`${number}-${hers}a`)],
    ['her mark for the next number', at(`${Number(number) + 1}-${hers}`)],
    ['a number without a mark', at(number)],
    ['a mark of another key', at(replyTag(new Uint8Array(32), number))],
  ];
  return [
    ...wrong.map(([title, to]) => ({ title: `address: ${title}`, to })),
    { title: 'address: brought there by a field', fields: [`Delivered-To: ${at(`${number}-${mine}`)}`] },
    { title: 'address: her mark within a name', to: `"${at(`${number}-${hers}`)}" <pomoc@shopgold.pl>` },
    { title: 'address: her mark within a comment', to: `pomoc@shopgold.pl (${at(`${number}-${hers}`)})`, from: thief },
  ];
}

function byResults({ victim }: Prey): Trick[] {
  const domain = victim.split('@')[1];
  const pass = `dmarc=pass header.from=${domain}`;
  const results = [
    `mx.napastnik.pl; ${pass}`,
    `${TRUSTED}.napastnik.pl; ${pass}`,
    `x${TRUSTED}; ${pass}`,
    `mx.napastnik.pl (${TRUSTED}); ${pass}`,
    `"mx.napastnik.pl ${TRUSTED}"; ${pass}`,
    `mx.napastnik.pl; none\r\nAuthentication-Results: ${TRUSTED}; ${pass}`,
    `${TRUSTED}; dmarc=fail header.from=${domain} (; ${pass})`,
    `${TRUSTED}; dmarc=pass header.from=napastnik.pl (${domain})`,
    `${TRUSTED}; spf=pass smtp.mailfrom="a; ${pass}"@napastnik.pl`,
  ];
  return [
    ...results.map((value, place) => ({ title: `results ${place}`, fields: [`Authentication-Results: ${value}`] })),
    {
      title: 'results under other names',
      fields: [`X-Authentication-Results: ${TRUSTED}; ${pass}`, `ARC-Authentication-Results: i=1; ${TRUSTED}; ${pass}`],
    },
  ];
}

function bySender({ victim, thief, own }: Prey): Trick[] {
  const mine = messageIdOf(MARK_KEY, own, 'shopgold.pl');
  return [
    { title: 'signed by the thief’s domain', signedBy: 'napastnik.pl' },
    { title: 'signed by a domain under which hers seems to be', signedBy: 'ksiegarnia-zuraw.pl.napastnik.pl' },
    { title: 'signed by the same name under another suffix', signedBy: 'ksiegarnia-zuraw.com.pl' },
    { title: 'signed by a neighbour', from: 'biuro@ksiegarnia.com.pl', signedBy: 'napastnik.com.pl' },
    {
      title: 'signed by a neighbour at a host',
      from: 'biuro@ksiegarnia.sklepy.example',
      signedBy: 'napastnik.sklepy.example',
    },
    { title: 'signed by a sub-domain that was given away', from: 'biuro@luzny.pl', signedBy: 'blog.luzny.pl' },
    { title: 'signed by a sub-domain that may not', from: 'biuro@scisly.pl', signedBy: 'sklepy.scisly.pl' },
    { title: 'two senders in one field', from: `${thief}, ${victim}`, signedBy: 'napastnik.pl' },
    { title: 'two senders, hers first', from: `${victim}, ${thief}`, signedBy: 'napastnik.pl' },
    { title: 'two fields', fields: [`From: ${thief}`], signedBy: 'napastnik.pl' },
    { title: 'two fields, hers last', from: thief, fields: [`From: ${victim}`], signedBy: 'napastnik.pl' },
    { title: 'a group', from: `Biuro: ${victim}, ${thief};`, signedBy: 'napastnik.pl' },
    { title: 'her address as the name', from: `"${victim}" <${thief}>`, signedBy: 'napastnik.pl' },
    { title: 'her address before the thief’s', from: `${victim} <${thief}>`, signedBy: 'napastnik.pl' },
    { title: 'two addresses in brackets', from: `<${thief}> <${victim}>`, signedBy: 'napastnik.pl' },
    { title: 'a comment', from: `${thief} (${victim})`, signedBy: 'napastnik.pl' },
    {
      title: 'an encoded name that ends a field',
      from: `=?utf-8?Q?a=0D=0AFrom:_<${victim}>?= <${thief}>`,
      signedBy: 'napastnik.pl',
    },
    {
      title: 'a NUL in the address',
      from: `<${victim}\0${thief.slice(thief.indexOf('@'))}>`,
      signedBy: 'napastnik.pl',
    },
    {
      title: 'a bare CR before a second sender',
      from: thief,
      fields: [`X-A: b\rFrom: ${victim}`],
      signedBy: 'napastnik.pl',
    },
    { title: 'a blank before the colon', from: '', fields: [`From : ${victim}`], signedBy: 'napastnik.pl' },
    { title: 'Sender and Reply-To of hers', from: thief, fields: [`Sender: ${victim}`, `Reply-To: ${victim}`] },
    { title: 'her name with the thief’s own mark', fields: [`In-Reply-To: <${mine}>`] },
    { title: 'her name to the thief’s own address', to: `pomoc+${replyTag(MARK_KEY, own.number)}@shopgold.pl` },
  ];
}

function byBounce({ victim, own, delivery }: Prey): Trick[] {
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';
  const text = `--b\r\n\r\nUser unknown\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${victim}\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--`;
  const from = 'MAILER-DAEMON@ksiegarnia-zuraw.pl';
  const at = (tag: string) => `pomoc+odbicia-${tag}@shopgold.pl`;
  const mine = bounceTag(MARK_KEY, own.delivery);
  return [
    { title: 'a bounce without a mark', from, fields: [type], text },
    { title: 'a bounce with the thief’s mark', from, to: at(mine), fields: [type], text },
    {
      title: 'a bounce with his mark for her letter',
      from,
      to: at(`${delivery}-${mine.split('-')[1]}`),
      fields: [type],
      text,
    },
  ];
}

function swapCase(text: string): string {
  return [...text].map((sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase())).join('');
}
