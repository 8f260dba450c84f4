import { type MailSettings, ownAddresses } from '../mail-settings.ts';
import { writeOpeningHours } from '../policy/opening-hours.ts';
import { putMailService } from '../store/mail-service.ts';
import { deleteOtherMailboxes } from '../store/mailboxes.ts';
import type { Store } from '../store/open.ts';
import type { VendorSettings } from '../vendor-settings/vendor-settings.ts';

/**
 * Writes for every process on this database whether mail is set up, and what events need of it: an operator's command
 * that answers a ticket owes its letter too, though it has no settings of mail. Mailboxes of earlier settings are forgotten.
 */
export async function tellOfMail(
  store: Store,
  { mail, openingHours }: Pick<VendorSettings, 'openingHours'> & { mail: MailSettings | null },
): Promise<void> {
  await putMailService(store, {
    is_on: mail ? 1 : 0,
    alert_email: mail?.alertEmail?.toLowerCase() ?? null,
    own_addresses: JSON.stringify(mail ? ownAddresses(mail) : []),
    opening_hours: writeOpeningHours(openingHours),
  });
  await deleteOtherMailboxes(store, mail?.mailboxes.map(({ name }) => name) ?? []);
}
