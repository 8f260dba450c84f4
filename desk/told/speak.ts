import { serviceNow } from '../../browser/service-clock.ts';
import { loadPageWords, words } from '../words/words.ts';
import { createVoice, type Said, type Voice, type VoiceDeps } from './voice.ts';

/** How often promises are looked at, in milliseconds. */
const LOOK_MS = 60_000;

/** Shows a notification. Outages replace one another: a flood of them is one notification, with the newest. */
export function showNotification({ kind, isDue, ticket }: Said, onPress: () => void): void {
  const w = words.peek().notifications;
  const title = kind === 'followUp' && isDue ? w.followUpDue : w.titles[kind];
  const body = `${ticket.subject}\n${ticket.number} · ${ticket.shop}`;
  const notification = new Notification(title, { body, tag: kind === 'outage' ? kind : ticket.number, silent: true });
  notification.onclick = () => {
    window.focus();
    onPress();
    notification.close();
  };
}

/** What speaking needs of the desk. */
export interface SpeakDeps extends Pick<VoiceDeps, 'me' | 'client' | 'isLookedAt'> {
  /** opens a ticket */
  open: (number: string) => void;
}

/** Speaks for the desk of an agent until it is stopped. */
export async function speak({ open, ...deps }: SpeakDeps, signal: AbortSignal): Promise<Voice> {
  await loadPageWords('notifications');
  const show = (said: Said) => showNotification(said, () => open(said.ticket.number));
  const voice = createVoice({ ...deps, show, now: serviceNow });
  const timer = setInterval(() => void voice.lookAtPromises(), LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  void voice.lookAtPromises();
  return voice;
}
