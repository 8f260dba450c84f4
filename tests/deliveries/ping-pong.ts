import { aCustomer } from '../support/customer.ts';
import { intakeDeps, letterComes, startPostOffice } from '../support/post-office.ts';
import type { Service } from '../support/service.ts';
import type { GotLetter } from '../support/smtp-server.ts';

/** A program that answers every letter it gets. */
interface Responder {
  title: string;
  /** where it writes to: the address of the fields, of the envelope, or the one our letters come from */
  to: 'reply-to' | 'from' | 'envelope';
  /** whether it says which letter it answers */
  hasIds: boolean;
  subject: (asked: string, round: number) => string;
  /** what it says of itself */
  fields: string[];
  text: (round: number) => string;
  /** whether our mail server finds its letters signed by its domain, so that we know it */
  isSigned: boolean;
}

/** What came of letting one run. */
export interface Rally {
  title: string;
  /** letters of ours that answered one of the program's without anybody of ours, and all automatic ones */
  answers: number;
  automatic: number;
}

/** A shop in the last lines, so that each letter of the program opens a ticket. */
const SIGNATURE = '\n-- \nNumer 7KcWt9Ru, www.ksiegarnia-zuraw.pl';

const ROUNDS = 30;

/** Programs that say what they are, and those that hide it in each way there is. */
export function responders(): Responder[] {
  const one: Responder = {
    title: 'says nothing of itself',
    to: 'from',
    hasIds: false,
    subject: (_, round) => `Sprawa nr ${round}`,
    fields: [],
    text: (round) => `Dziękujemy, zajmiemy się tym. Nr ${round}${SIGNATURE}`,
    isSigned: false,
  };
  const polite = { ...one, to: 'reply-to', hasIds: true, subject: (asked: string) => `Re: ${asked}` } as const;
  const programs: Responder[] = [
    { ...polite, title: 'Auto-Submitted', fields: ['Auto-Submitted: auto-replied'] },
    { ...polite, title: 'Precedence', fields: ['Precedence: bulk'] },
    { ...polite, title: 'an empty Return-Path', fields: ['Return-Path: <>'] },
    { ...polite, title: 'X-Autoreply', fields: ['X-Autoreply: yes'] },
    { ...polite, title: 'the subject of a vacation', subject: (asked) => `Automatyczna odpowiedź: ${asked}` },
    { ...polite, title: 'an answer with ids alone' },
    { ...polite, title: 'an answer with ids and without a shop', text: () => 'Jestem na szkoleniu.' },
    { ...one, title: 'to Reply-To, without ids', to: 'reply-to' },
    { ...one, title: 'to the envelope’s sender', to: 'envelope' },
    { ...one, title: 'nothing of itself, with another subject' },
    { ...one, title: 'nothing of itself, without a shop', text: (round) => `Przyjęto pod numerem ${round}.` },
    { ...one, title: 'the subject it was asked with, and no ids', subject: (asked) => asked },
  ];
  return programs.flatMap((program) => [
    program,
    { ...program, title: `${program.title}, known to us`, isSigned: true },
  ]);
}

/** How it begins: the program writes to us first, or somebody names its address in the panel. */
export const BEGINNINGS = ['letter', 'ticket'] as const;

/** Lets a program and us answer each other until one has nothing to say, or for thirty rounds. */
export async function rally(
  api: Service,
  responder: Responder,
  beginning: (typeof BEGINNINGS)[number],
): Promise<Rally> {
  const office = await startPostOffice(api);
  const deps = intakeDeps(api, { trustedServers: ['mx.shopgold.pl'] });
  if (beginning === 'letter') await letterComes(deps, write(responder, null, 0));
  else await aCustomer(api, { contact: { email: ADDRESS } });
  for (let round = 1; round <= ROUNDS; round++) {
    const letters = (await office.sendAll()).filter(({ envelope }) => envelope.to.includes(ADDRESS));
    if (letters.length === 0) break;
    for (const letter of letters) await letterComes(deps, write(responder, letter, round));
    api.clock.now = api.clock.now.add({ minutes: 1 });
  }
  await office.close();
  const sent = await api.store
    .selectFrom('deliveries')
    .leftJoin('tickets', 'tickets.number', 'deliveries.ticket_number')
    .select(['deliveries.kind', 'tickets.channel'])
    .where('deliveries.recipient', '=', ADDRESS)
    .where('deliveries.state', '=', 'sent')
    .execute();
  const answers = sent.filter(({ kind, channel }) => kind === 'question' || channel === 'email').length;
  return { title: `${responder.title}, from a ${beginning}`, answers, automatic: sent.length };
}

/**
 * Lets two services like ours answer each other, of which one has a customer under the address of the other. @param strip
 * fields that are lost on the way
 * @returns how many letters went in all
 */
export async function faceToFace(one: Service, other: Service, strip: RegExp): Promise<number> {
  const sides = await Promise.all([sideOf(one, 'pomoc@jeden.example', 1), sideOf(other, 'pomoc@drugi.example', 2)]);
  const [first, second] = sides as [Side, Side];
  await aCustomer(one, { contact: { email: second.address } });
  let letters = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = letters;
    for (const [from, to] of [
      [first, second],
      [second, first],
    ] as const)
      for (const { raw, envelope } of await from.office.sendAll()) {
        if (envelope.to[0] !== to.address) continue;
        letters += 1;
        await letterComes(to.deps, Buffer.from(raw.replace(strip, '')));
      }
    if (letters === before) break;
  }
  for (const { office } of sides) await office.close();
  return letters;
}

type Side = Awaited<ReturnType<typeof sideOf>>;

async function sideOf(api: Service, address: string, key: number) {
  const markKey = new Uint8Array(32).fill(key);
  const deps = intakeDeps(api, { ownAddresses: [address], markKey });
  return { address, deps, office: await startPostOffice(api, { address, markKey }) };
}

const ADDRESS = 'biuro@automat.example';

function write(responder: Responder, letter: GotLetter | null, round: number): Uint8Array {
  const { to, hasIds, subject, fields, text, isSigned } = responder;
  const ours = {
    'reply-to': /<([^<>]+)>/.exec(letter?.header['reply-to'] ?? '')?.[1],
    from: 'pomoc@shopgold.pl',
    envelope: letter?.envelope.from,
  };
  const id = letter?.header['message-id'];
  const signed = 'Authentication-Results: mx.shopgold.pl; dmarc=pass header.from=automat.example';
  return Buffer.from(
    [
      ...(isSigned ? [signed] : []),
      ...fields,
      `From: Automat <${ADDRESS}>`,
      `To: ${ours[to] ?? 'pomoc@shopgold.pl'}`,
      `Subject: ${subject(letter?.header.subject ?? 'Pytanie', round)}`,
      `Message-ID: <${round}.${crypto.randomUUID()}@automat.example>`,
      ...(hasIds && id ? [`In-Reply-To: ${id}`, `References: ${id}`] : []),
      'Content-Type: text/plain; charset=utf-8',
      '',
      text(round),
      '',
    ].join('\r\n'),
  );
}
