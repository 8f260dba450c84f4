import type { Logger } from 'pino';
import { type MailSettings, ownAddresses } from '../mail-settings.ts';
import { Intake, type IntakeDeps } from './intake.ts';
import { MailboxReader } from './mailbox-reader.ts';

/** The mailboxes that are read, and what understands their letters. */
export interface Mailboxes {
  /** Resolves when nothing is read and understood any more. */
  stop: () => Promise<void>;
}

type StartDeps = Omit<IntakeDeps, 'ownAddresses' | 'trustedServers'> & {
  logger: Logger;
  mail: MailSettings | null;
  /** names this process and no other */
  holder: string;
};

/** Starts to read the mailboxes of the settings; undefined where there are none. Several processes on one database may. */
export function startMailboxes({ mail, holder, ...deps }: StartDeps): Mailboxes | undefined {
  if (!mail || mail.mailboxes.length === 0) return undefined;
  const { trustedServers, caFile } = mail;
  const intake = new Intake({ ...deps, ownAddresses: ownAddresses(mail), trustedServers });
  const { store, now, logger } = deps;
  const onStored = () => intake.wake();
  const readers = mail.mailboxes.map(
    (mailbox) => new MailboxReader({ store, now, logger, caFile, holder, onStored }, mailbox),
  );
  intake.start();
  for (const reader of readers) reader.start();
  return {
    stop: async () => {
      await Promise.all(readers.map((reader) => reader.stop()));
      await intake.stop();
    },
  };
}
