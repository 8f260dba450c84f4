import type { Context } from 'hono';
import { type HowToReachUsDeps, howToReachUs } from '../../tickets/how-to-reach-us.ts';
import type { ProblemDetails } from './problem.ts';
import { readLanguage } from './read-language.ts';

/**
 * What a refused ticket is told besides the reason: an outage does not wait until there is room for it (R10). The telephone
 * is for outages only.
 */
export async function waysToUs(
  context: Context,
  deps: HowToReachUsDeps,
  { mayBeOutage }: { mayBeOutage: boolean },
): Promise<Pick<ProblemDetails, 'contacts' | 'opening'>> {
  const { contacts, opening } = await howToReachUs(deps, readLanguage(context));
  if (!mayBeOutage) return { contacts: { email: contacts.email, phone: null } };
  return { contacts: { email: contacts.email, phone: contacts.phone }, opening };
}
