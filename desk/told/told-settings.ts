import { type ReadonlySignal, signal } from '@preact/signals';
import { createKept } from '../models/kept-text.ts';

/** What the desk tells by a notification: events, and a promise of mine that falls due. */
export const TOLD_KINDS = ['outage', 'message', 'assigned', 'mention', 'followUp'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** How this machine tells its agent. */
export interface ToldSettings {
  /** those that are told */
  kinds: Record<ToldKind, boolean>;
  sound: 'none' | 'outages' | 'all';
  /** whether everything is told out of office hours, too; otherwise outages only */
  afterHours: boolean;
}

const USUAL: ToldSettings = {
  kinds: { outage: true, message: true, assigned: true, mention: true, followUp: true },
  sound: 'outages',
  afterHours: false,
};

const kept = createKept('desk.told');
const settings = signal(read(kept.get()));

/** How this machine tells its agent, stored on it. */
export const toldSettings: ReadonlySignal<ToldSettings> = settings;

/** Changes it. */
export function tellBy(change: Partial<ToldSettings>): void {
  settings.value = { ...settings.peek(), ...change };
  kept.keep(JSON.stringify(settings.peek()));
}

/** Another build's or an invalid text changes only what it says. */
function read(text: string): ToldSettings {
  try {
    const { kinds, sound, afterHours } = JSON.parse(text || '{}') as Partial<ToldSettings>;
    return {
      kinds: { ...USUAL.kinds, ...kinds },
      sound: sound === 'none' || sound === 'all' ? sound : USUAL.sound,
      afterHours: afterHours === true,
    };
  } catch {
    return USUAL;
  }
}

/** Whether this browser can notify, and whether its person let the desk do so. */
export type Permission = NotificationPermission | 'missing';

const permission = signal<Permission>(now());

/** Whether notifications may be shown here. It is asked for on a press, never by itself. */
export const notifyPermission: ReadonlySignal<Permission> = permission;

/** Asks the person; called by a press. */
export async function askPermission(): Promise<void> {
  if (permission.peek() !== 'missing') await Notification.requestPermission();
  permission.value = now();
}

function now(): Permission {
  return 'Notification' in window ? Notification.permission : 'missing';
}
