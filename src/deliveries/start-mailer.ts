import type { MailSettings } from '../mail-settings.ts';
import { composeLetter } from './letters/compose-letter.ts';
import type { ComposeDeps } from './letters/letter-deps.ts';
import { Mailer, type MailerDeps } from './mailer.ts';
import { openSmtp } from './smtp.ts';

/** Starts to send letters; undefined where mail is not set up. */
export function startMailer({
  mail,
  ...deps
}: Omit<MailerDeps, 'smtp' | 'compose'> & Omit<ComposeDeps, 'mail'> & { mail: MailSettings | null }):
  | Mailer
  | undefined {
  if (!mail) return undefined;
  const compose: MailerDeps['compose'] = (delivery) => composeLetter({ ...deps, mail }, delivery);
  const mailer = new Mailer({ ...deps, smtp: openSmtp(mail), compose });
  mailer.start();
  return mailer;
}
