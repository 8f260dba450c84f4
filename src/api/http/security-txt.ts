import type { Context } from 'hono';
import type { HowToReachUsDeps } from '../../tickets/how-to-reach-us.ts';
import { readVendorSettings } from '../../vendor-settings/vendor-settings.ts';

/** For how many days from today the text is good: RFC 9116 asks for less than a year. */
const GOOD_FOR_DAYS = 180;

/** Where RFC 9116 has it. */
export const SECURITY_TXT = '/.well-known/security.txt';

/** `GET /.well-known/security.txt`: where to write about a hole in the service, which is where help is. */
export async function answerSecurityTxt(
  context: Context,
  { store, firstSettings, now, publicUrl }: HowToReachUsDeps & { publicUrl: string },
): Promise<Response> {
  const { contacts } = await readVendorSettings(store, firstSettings);
  const expires = now().toZonedDateTimeISO('UTC').startOfDay().add({ days: GOOD_FOR_DAYS }).toInstant();
  const lines = [
    `Contact: ${new URL(`mailto:${contacts.email}`)}`,
    `Expires: ${expires}`,
    'Preferred-Languages: pl, en',
    `Canonical: ${new URL(SECURITY_TXT, publicUrl)}`,
  ];
  return context.text(`${lines.join('\n')}\n`);
}
