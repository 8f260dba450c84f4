import type { MailSettings } from '../../src/mail-settings.ts';

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
