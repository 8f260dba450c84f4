import { expect, test } from 'vitest';
import { hasDovecot } from '../support/dovecot.ts';
import { killMail } from './mail-killed.ts';

test('with two services on one mailbox no letter is lost or stored twice, whoever is killed', async ({ skip }) => {
  skip(!hasDovecot, 'there is no Dovecot here (apt install dovecot-imapd)');
  const outcome = await killMail({ engine: 'sqlite', letters: 30, kills: 2, crashes: 1 });
  expect(outcome).toMatchObject({ stored: 30, lost: 0, doubled: 0, wrong: [] });
});
