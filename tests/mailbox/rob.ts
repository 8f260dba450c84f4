import { linkKey, messageIdOf } from '../../src/identity/mail-marks.ts';
import { findMailAddress } from '../../src/store/mail-addresses.ts';
import { updateTicketUnseen } from '../../src/store/tickets.ts';
import { aCustomer } from '../support/customer.ts';
import { intakeDeps, letterComes } from '../support/post-office.ts';
import { post } from '../support/requests.ts';
import { MARK_KEY, type Service } from '../support/service.ts';
import { aStoredLetter } from '../support/stored-letter.ts';
import { type Forged, forgedLetters, forgersDns, PROTECTED, type Prey, TRUSTED } from './forged-letters.ts';

/** What forged letters came to. */
export interface Robbed {
  letters: number;
  /** what they got that they may not, each in words */
  wrong: string[];
  /** what became of them, by fate */
  fates: Record<string, number>;
}

const VICTIM = 'biuro@ksiegarnia-zuraw.pl';
const THIEF = 'zly@napastnik.pl';

/** The victim's ticket with its receipt, one of her letters, and the thief's own ticket with the letters that he got. */
export async function preyOf(api: Service): Promise<Prey> {
  const { number } = await aCustomer(api, { contact: { email: VICTIM } });
  const own = (await aCustomer(api, { contact: { email: THIEF } })).number;
  const rows = await api.store.selectFrom('deliveries').select(['id', 'ticket_number']).execute();
  const deliveryOf = (one: string) => rows.find(({ ticket_number }) => ticket_number === one)?.id ?? 0;
  await api.store.updateTable('deliveries').set({ state: 'sent', message_id: 'sent' }).execute();
  const hers = { ticket_number: number, header_id: `${crypto.randomUUID()}@ksiegarnia-zuraw.pl` };
  await aStoredLetter(api.store, { ...hers, fate: 'opened', from_address: VICTIM });
  return {
    victim: VICTIM,
    number,
    delivery: deliveryOf(number),
    thief: THIEF,
    own: { number: own, delivery: deliveryOf(own) },
  };
}

/** Puts every so many of the forged letters through the mailbox, and looks after each what it came to. */
export async function rob(api: Service, prey: Prey, every = 1): Promise<Robbed> {
  const deps = intakeDeps(api, { trustedServers: [TRUSTED], resolve: forgersDns });
  const letters = (await forgedLetters(prey)).filter((_, place) => place % every === 0);
  const before = await stateOf(api, prey);
  const robbed: Robbed = { letters: letters.length, wrong: [], fates: {} };
  for (const letter of letters) {
    await letterComes(deps, letter.raw);
    await judge(api, prey, { letter, before, robbed });
  }
  await letterComes(deps, hersOf(prey));
  if ((await stateOf(api, prey)) === before) robbed.wrong.push('not even her own answer joins');
  return robbed;
}

/** Her own answer, with the mark that she got. */
function hersOf({ victim, number, delivery }: Prey): Buffer {
  const id = messageIdOf(MARK_KEY, { number, delivery }, 'shopgold.pl');
  return Buffer.from(
    `From: ${victim}\r\nTo: pomoc@shopgold.pl\r\nSubject: Odp\r\nIn-Reply-To: <${id}>\r\n\r\nDziękuję\r\n`,
  );
}

async function judge(
  api: Service,
  prey: Prey,
  { letter, before, robbed }: { letter: Forged; before: string; robbed: Robbed },
): Promise<void> {
  const mail = await api.store.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  robbed.fates[mail.fate] = (robbed.fates[mail.fate] ?? 0) + 1;
  const complain = (words: string) => robbed.wrong.push(`${letter.title}: ${words}`);
  if (mail.ticket_number === prey.number) complain('joined her ticket');
  if ((await stateOf(api, prey)) !== before) complain('changed her ticket');
  const domain = mail.from_address?.split('@').at(-1) ?? '';
  const isTheirs = PROTECTED.some((one) => domain === one || domain.endsWith(`.${one}`));
  if (mail.is_aligned === 1 && isTheirs) complain(`proven as ${mail.from_address}`);
  const known = await findMailAddress(api.store, prey.victim);
  if (known?.wrote_at) complain('she is said to have written');
  if (known?.bounced_at) complain('her address is silenced');
  const proofs = api.store.selectFrom('tickets').select('proof').where('channel', '=', 'email');
  for (const { proof } of await proofs.execute()) if (proof !== 'unverified') complain(`a ticket is ${proof}`);
  // One complaint each: what one letter got is not counted again with the next.
  await api.store.deleteFrom('mail_addresses').execute();
}

async function stateOf(api: Service, { number }: Prey): Promise<string> {
  const ticket = await api.store.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst();
  const messages = api.store.selectFrom('messages').select('id').where('ticket_number', '=', number);
  return JSON.stringify([ticket, await messages.execute()]);
}

/** Tries keys of links that are over, of another ticket, and in other shapes. @returns those that opened something */
export async function tryOldLinks(api: Service, { number, own }: Prey): Promise<{ tries: number; opened: string[] }> {
  await updateTicketUnseen(api.store, number, { link_version: 3 });
  const now = linkKey(MARK_KEY, number, 3);
  const keys = [
    linkKey(MARK_KEY, number, 1),
    linkKey(MARK_KEY, number, 2),
    linkKey(MARK_KEY, number, 4),
    linkKey(MARK_KEY, own.number, 1),
    linkKey(MARK_KEY, `handed:${number}`, 1),
    linkKey(new Uint8Array(32), number, 3),
    now.toUpperCase(),
    now.slice(0, 31),
    `${now}A`,
    `${now.slice(0, 31)}=`,
    'A'.repeat(32),
  ];
  const opened: string[] = [];
  for (const key of keys) {
    const response = await api.app.request('/api/v1/ticket-links', post({ number, key }));
    if (response.status < 400) opened.push(key);
  }
  const right = await api.app.request('/api/v1/ticket-links', post({ number, key: now }));
  if (right.status !== 201) opened.push('not even the right one');
  return { tries: keys.length, opened };
}
