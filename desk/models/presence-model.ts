import { createModel } from '@preact/signals';
import type { DeskClient } from '../client/desk-client.ts';

/** How often the desk reports presence, in milliseconds; the service forgets it after 45 s. */
const TELL_MS = 20_000;

/** How long after the last key an agent counts as writing, in milliseconds. */
const WRITING_MS = 20_000;

/** Reports to other desks that the agent is at a ticket, and whether they are writing a reply. */
export const PresenceModel = createModel((number: string, client: Pick<DeskClient, 'tellPresence'>) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let isWriting = false;

  function tell(): void {
    isWriting = performance.now() - writtenAt < WRITING_MS;
    void client.tellPresence(number, { isHere: true, isWriting });
  }
  function leave(): void {
    void client.tellPresence(number, { isHere: false, isWriting: false });
  }

  return {
    come() {
      tell();
      timer ??= setInterval(tell, TELL_MS);
      addEventListener('pagehide', leave);
    },
    leave() {
      clearInterval(timer);
      timer = undefined;
      removeEventListener('pagehide', leave);
      leave();
    },
    /** A key was typed; the first one is reported at once. */
    write() {
      writtenAt = performance.now();
      if (!isWriting) tell();
    },
    /** The reply was sent: the agent is no longer writing. */
    rest() {
      writtenAt = Number.NEGATIVE_INFINITY;
      if (timer !== undefined) tell();
    },
  };
});

export type PresenceModel = InstanceType<typeof PresenceModel>;
