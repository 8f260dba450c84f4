import { pino } from 'pino';
import { composeLetter } from '../../src/deliveries/letters/compose-letter.ts';
import { type MailerDeps, sendNext } from '../../src/deliveries/mailer.ts';
import { openSmtp } from '../../src/deliveries/smtp.ts';
import { type IntakeDeps, understandNext } from '../../src/mailbox/intake.ts';
import { storeLetter } from '../../src/mailbox/store-letter.ts';
import { MAIL, MAILBOX } from './mail-settings.ts';
import { FIRST_SETTINGS, HASH_KEY, MARK_KEY, type Service } from './service.ts';
import { type GotLetter, startSmtpServer } from './smtp-server.ts';

const SILENT = pino({ level: 'silent' });

/** What understands the letters of a test's service. No name is looked up unless it has a DNS of its own. */
export function intakeDeps(api: Service, otherwise: Partial<IntakeDeps> = {}): IntakeDeps {
  return {
    store: api.store,
    now: () => api.clock.now,
    hashKey: HASH_KEY,
    markKey: MARK_KEY,
    scanner: null,
    ownAddresses: ['pomoc@shopgold.pl'],
    trustedServers: [],
    resolve: () => Promise.reject(new Error('no DNS in tests')),
    logger: SILENT,
    ...otherwise,
  };
}

let uid = 0;

/** A letter comes into the mailbox and is understood. */
export async function letterComes(deps: IntakeDeps, raw: Uint8Array): Promise<void> {
  uid += 1;
  const found = { raw, bytes: raw.length, isCut: false, uid, uidValidity: '1' };
  await storeLetter(deps, { name: 'pomoc', language: 'pl' }, found);
  while (await understandNext(deps));
}

/** Sends what a test's service owes to a real SMTP server. @param as whose letters they are, where there are two services */
export async function startPostOffice(api: Service, as: { address?: string; markKey?: Uint8Array } = {}) {
  const { address = MAIL.from.address, markKey = MARK_KEY } = as;
  const server = await startSmtpServer();
  const from = { ...MAIL.from, address };
  const mail = { ...MAIL, from, smtp: { ...MAIL.smtp, port: server.port }, mailboxes: [MAILBOX] };
  const smtp = openSmtp(mail);
  const { store } = api;
  const composing = {
    store,
    markKey,
    mail,
    publicUrl: 'https://pomoc.example',
    emergencyUrl: null,
    firstSettings: FIRST_SETTINGS,
  };
  const deps: MailerDeps = {
    store,
    now: () => api.clock.now,
    logger: SILENT,
    smtp,
    compose: (delivery) => composeLetter(composing, delivery),
  };
  return {
    /** Sends what is due by now. @returns what the server got of it */
    sendAll: async (): Promise<GotLetter[]> => {
      while ((await sendNext(deps)) !== 'nothing-due');
      return server.letters.splice(0);
    },
    close: async () => {
      smtp.close();
      await server.close();
    },
  };
}
