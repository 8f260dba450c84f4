import { simpleParser } from 'mailparser';
import { watchStrangers } from '../../src/deliveries/watch-strangers.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { putMailAddress } from '../../src/store/mail-addresses.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer } from '../support/customer.ts';
import { intakeDeps, letterComes, startPostOffice } from '../support/post-office.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { aTicket, newKey, post } from '../support/requests.ts';
import type { Service } from '../support/service.ts';
import type { GotLetter } from '../support/smtp-server.ts';

/** How somebody uses us to write to strangers. */
export interface Attack {
  /** submissions by the API and as many letters */
  each: number;
  /** strangers, each under many addresses */
  persons: number;
  /** over how many days */
  days: number;
}

/** What strangers got of it. */
export interface Cannonade {
  submissions: number;
  mails: number;
  /** of these, what came to something: tickets and questions that were owed a letter, sent or stopped */
  owed: number;
  letters: number;
  /** most letters to one person within 24 hours, and in all within an hour */
  mostADay: number;
  mostAnHour: number;
  /** how many letters there are when number, dates, ids and the recipient are left out */
  different: number;
  wrong: string[];
}

/** Stands in everything that an attacker chooses, but for the address. */
const MARK = 'KupTeraz';

/** What ends a line, a field or a string somewhere. */
const ENDS = ['\r\nBcc: obcy@x.pl\r\n', '\nSubject: nowy\n\n', '\0', '\r', '\u2028', '=0D=0A', '%0d%0a', '"><b>', ''];

/** All the ways to write the address of one person, who is known by the number. */
const WAYS: ((person: number) => string)[] = [
  (person) => `os${person}@poczta.example`,
  (person) => `OS${person}@Poczta.Example`,
  (person) => `os${person}+${Math.floor(person / 7)}a@poczta.example`,
  (person) => `os${person}+@poczta.example`,
];
const GMAIL_WAYS: ((person: number) => string)[] = [
  (person) => `osoba.${person}@gmail.com`,
  (person) => `o.s.o.b.a${person}@gmail.com`,
  (person) => `osoba${person}+x.y@Googlemail.com`,
];
const IDN_WAYS: ((person: number) => string)[] = [
  (person) => `os${person}@żuraw.example`,
  (person) => `os${person}@xn--uraw-99a.example`,
  (person) => `Os${person}@ŻURAW.example`,
];

/**
 * Submits tickets and sends letters in the names of strangers, with a mark and with what ends lines in all that may be
 * chosen, and reads what goes out for it.
 */
export async function fireCannon(api: Service, { each, persons, days }: Attack, seed: number): Promise<Cannonade> {
  const next = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
  const office = await startPostOffice(api);
  const deps = intakeDeps(api);
  const sent: Sent[] = [];
  const wrong: string[] = [];
  const shots = 2 * each;
  const step = Temporal.Duration.from({ seconds: Math.floor((days * 86_400) / shots) });
  for (let shot = 0; shot < shots; shot++) {
    const person = Math.floor(next() * persons);
    const address = pick(waysOf(person))(person);
    if (shot % 2 === 0) await submit(api, address, pick(ENDS), shot, wrong);
    else await letterComes(deps, hostileLetter(address, pick(ENDS), pick(SHOPS), shot));
    api.clock.now = api.clock.now.add(step);
    for (const letter of await office.sendAll()) sent.push(await look(letter, api.clock.now, wrong));
  }
  await office.close();
  const owed = await api.store.selectFrom('deliveries').select('id').execute();
  const mostADay = Math.max(0, ...[...byPerson(sent).values()].map((times) => mostWithin(times, 24)));
  if (mostADay > 1) wrong.push(`${mostADay} letters a day to one person`);
  const different = new Set(sent.map(({ bare }) => bare)).size;
  if (different > MOST_DIFFERENT) wrong.push(`${different} different letters`);
  const mostAnHour = mostWithin(
    sent.map(({ at }) => at),
    1,
  );
  return {
    submissions: each,
    mails: each,
    owed: owed.length,
    letters: sent.length,
    mostADay,
    mostAnHour,
    different,
    wrong,
  };
}

/** Receipts and questions in two languages, with and without a promise; the day of a promise is left out. */
const MOST_DIFFERENT = 8;

const SHOPS = ['Numer 7KcWt9Ru, www.ksiegarnia-zuraw.pl', '4fMqZ8xB http://rowery-kolo.pl/sklep', 'bez numeru'];

function waysOf(person: number) {
  return person % 5 === 0 ? IDN_WAYS : person % 2 === 0 ? GMAIL_WAYS : WAYS;
}

async function submit(api: Service, email: string, end: string, shot: number, wrong: string[]): Promise<void> {
  const words = `${MARK}${end}${MARK}`;
  const clean = (text: string) => text.replace(/[\r\n\0\u2028]/g, ' ');
  const isSpoilt = shot % 3 === 0;
  const ticket = aTicket({
    topic: 'security',
    subject: isSpoilt ? words : clean(words),
    description: `${words} https://kup-teraz.example/${shot}`,
    contact: {
      email: isSpoilt ? `${email}${end}` : email,
      name: clean(words),
      phone: isSpoilt ? words : '600 000 000',
    },
  });
  const response = await api.app.request('/api/v1/tickets', post(ticket, { 'Idempotency-Key': newKey() }));
  if (response.status >= 500) wrong.push(`${response.status} to a submission`);
}

function hostileLetter(from: string, end: string, shop: string, shot: number): Uint8Array {
  const words = `${MARK}${end}`;
  const encoded = `=?utf-8?B?${Buffer.from(`${words}${MARK}`).toString('base64')}?=`;
  const [local, domain] = from.split('@');
  const written = shot % 5 === 0 ? `"${local}"@${domain}` : from;
  return Buffer.from(
    [
      `From: ${shot % 2 === 0 ? encoded : `"${MARK}"`} <${written}>`,
      `Return-Path: <${from}>`,
      `Reply-To: ${MARK}@kup-teraz.example`,
      'To: pomoc@shopgold.pl',
      `Cc: ${MARK}@kup-teraz.example`,
      `Subject: ${encoded}`,
      `Message-ID: <${MARK}.${shot}@${MARK}.example>`,
      `References: <${MARK}@x.pl> <${MARK}2@x.pl>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${MARK} https://kup-teraz.example/${shot} ${end}`,
      shop,
      '',
    ].join('\r\n'),
  );
}

interface Sent {
  to: string;
  at: Temporal.Instant;
  /** without what differs from letter to letter */
  bare: string;
}

/** Fields that letters of ours have. */
const FIELDS =
  'from to reply-to subject message-id date mime-version content-type auto-submitted x-auto-response-suppress list-unsubscribe list-unsubscribe-post in-reply-to references'.split(
    ' ',
  );

async function look({ raw, header, envelope }: GotLetter, at: Temporal.Instant, wrong: string[]): Promise<Sent> {
  const read = await simpleParser(raw, { skipHtmlToText: true });
  const [to = '', ...others] = envelope.to;
  if (others.length > 0) wrong.push(`went to ${envelope.to.join()}`);
  const strange = Object.keys(header).filter((name) => !FIELDS.includes(name));
  if (strange.length > 0) wrong.push(`fields ${strange.join()}`);
  const all = [raw, read.text, read.html, ...read.headerLines.map(({ line }) => line)].join('\n');
  if (/kup-?teraz|obcy@x\.pl|nowy/i.test(all)) wrong.push(`a mark of the attacker to ${to}`);
  const bare = `${read.subject}\n${read.text}`
    .replace(/\d{7}/g, 'N')
    .replace(/https:\/\/\S+/g, 'L')
    .replace(/(?:najpóźniej|by) [^.]+\d\./g, 'D');
  return { to, at, bare };
}

/** Who is written to: by the number in the address, whatever else is in it. */
function byPerson(sent: readonly Sent[]): Map<string, Temporal.Instant[]> {
  const times = new Map<string, Temporal.Instant[]>();
  for (const { to, at } of sent) {
    const person = /\d+/.exec(to)?.[0] ?? to;
    times.set(person, [...(times.get(person) ?? []), at]);
  }
  return times;
}

/** Most of these within so many hours. */
function mostWithin(times: readonly Temporal.Instant[], hours: number): number {
  const all = times.map(({ epochMilliseconds }) => epochMilliseconds).toSorted((one, other) => one - other);
  let most = 0;
  for (let first = 0, last = 0; last < all.length; last++) {
    while ((all[last] ?? 0) - (all[first] ?? 0) >= hours * 3_600_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** What a flood of addresses comes to. */
export interface Flood {
  /** strangers of one hour, and how many of them got a letter */
  strangers: number;
  reached: number;
  /** open alarms */
  alarms: string[];
  /** whether a letter went to who wrote before, and an agent's words to a stranger, in that hour */
  knownGoesOn: boolean;
  agentGoesOn: boolean;
  /** whether strangers get letters again an hour later */
  isOverAfterAnHour: boolean;
  /** an agent's replies to one address: all of them, and most within an hour */
  replies: number;
  mostRepliesAnHour: number;
  wrong: string[];
}

/** Names so many different strangers within an hour; then an agent writes so many replies to one address. */
export async function flood(api: Service, strangers: number, replies: number): Promise<Flood> {
  const office = await startPostOffice(api);
  const clock = { store: api.store, now: () => api.clock.now };
  const open = (email: string) => aCustomer(api, { topic: 'security', contact: { email } });
  const says = (number: string) => {
    const action = { number, actor: 'operator', author: 'Jan' };
    return agentReplies(clock, action, { text: 'Sprawdź dostawę.', status: 'waiting-for-customer' });
  };
  const reached: string[] = [];
  let last = '';
  for (let stranger = 0; stranger < strangers; stranger++) {
    last = (await open(`obcy${stranger}@x${stranger}.example`)).number;
    if (stranger % 100 === 99) reached.push(...(await office.sendAll()).flatMap(({ envelope }) => envelope.to));
  }
  reached.push(...(await office.sendAll()).flatMap(({ envelope }) => envelope.to));
  await watchStrangers(clock);
  const alarms = await api.store.selectFrom('alarms').select('kind').execute();
  await putMailAddress(api.store, { address: 'znany@x.pl', wrote_at: toInstantText(api.clock.now) });
  await open('znany@x.pl');
  const toKnown = await office.sendAll();
  await says(last);
  api.clock.now = api.clock.now.add({ minutes: 2 });
  const toLast = await office.sendAll();
  for (let reply = 1; reply < replies; reply++) await says(last);
  const times = toLast.map(() => api.clock.now);
  for (let minute = 0; minute < 60 * (replies / 20 + 2); minute++) {
    api.clock.now = api.clock.now.add({ minutes: 1 });
    times.push(...(await office.sendAll()).map(() => api.clock.now));
  }
  await open('nastepny@x.pl');
  const afterwards = await office.sendAll();
  await office.close();
  const outcome = {
    strangers,
    reached: reached.length,
    alarms: alarms.map(({ kind }) => kind),
    knownGoesOn: toKnown.some(({ envelope }) => envelope.to.includes('znany@x.pl')),
    agentGoesOn: toLast.length === 1,
    isOverAfterAnHour: afterwards.length === 1,
    replies: times.length,
    mostRepliesAnHour: mostWithin(times, 1),
  };
  const wrong = [
    ...(outcome.reached <= 500 ? [] : [`${outcome.reached} strangers within an hour`]),
    ...(strangers <= 500 || outcome.alarms.includes('mail-strangers') ? [] : ['no alarm']),
    ...(outcome.knownGoesOn && outcome.agentGoesOn ? [] : ['others do not go on']),
    ...(outcome.isOverAfterAnHour ? [] : ['strangers get nothing an hour later']),
    ...(outcome.replies === replies ? [] : [`${outcome.replies} replies of ${replies}`]),
    ...(outcome.mostRepliesAnHour <= 20 ? [] : [`${outcome.mostRepliesAnHour} within an hour to one address`]),
  ];
  return { ...outcome, wrong };
}
