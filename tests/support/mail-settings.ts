import type { Mailbox, MailSettings } from '../../src/mail-settings.ts';

/** Mail of the tests: a server that nobody asks unless a test starts one. */
export const MAIL: MailSettings = {
  smtp: { host: '127.0.0.1', port: 25, security: 'none', login: null },
  from: { name: 'Pomoc shopGold', address: 'pomoc@shopgold.pl' },
  domain: 'shopgold.pl',
  hasPlusAddresses: true,
  mailboxes: [],
  trustedServers: [],
  alertEmail: 'dyzur@shopgold.pl',
  caFile: null,
};

/** A mailbox that nobody reads unless a test starts a server for it: with it, answers to our letters are said to be read. */
export const MAILBOX: Mailbox = {
  host: '127.0.0.1',
  port: 143,
  security: 'none',
  login: { user: 'pomoc@shopgold.pl', password: 'tajne-haslo-skrzynki' },
  name: 'pomoc@shopgold.pl@127.0.0.1/INBOX',
  folder: 'INBOX',
  language: 'pl',
};
