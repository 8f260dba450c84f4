import type { HelpState } from '../contract/help/help-state.ts';
import type { Language } from '../contract/lists.ts';
import { toPublicInstant } from '../store/instants.ts';
import { type HowToReachUsDeps, howToReachUs } from './how-to-reach-us.ts';
import { noticesFor } from './read-shop-status.ts';

/**
 * How things stand for whoever has no shop to name: whether somebody is there, what goes on, and the ways to us.
 * @param isMailed whether letters go out
 */
export async function readHelpState(
  deps: HowToReachUsDeps,
  { language, isMailed }: { language: Language; isMailed: boolean },
): Promise<HelpState> {
  const at = deps.now();
  const { contacts, opening } = await howToReachUs(deps, language);
  const notices = await noticesFor(deps.store, null, at, language);
  return {
    at: toPublicInstant(at),
    sendsMail: isMailed,
    opening,
    contacts: { email: contacts.email, phone: contacts.phone },
    incidents: notices.filter(({ kind }) => kind === 'incident').map(({ title, since }) => ({ title, since })),
  };
}
