import { createModel } from '@preact/signals';
import type { DeskClient } from '../client/desk-client.ts';

/** How often the desk says that somebody is there, in milliseconds; the service forgets after 45 s. */
const TELL_MS = 20_000;

/** After so long without a letter nobody counts as writing, in milliseconds. */
const WRITING_MS = 20_000;

/** Tells the others who is at a ticket, and whether an answer is being written. */
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
    /** A letter was typed; the first is told at once. */
    write() {
      writtenAt = performance.now();
      if (!isWriting) tell();
    },
    /** What was written is sent. */
    rest() {
      writtenAt = Number.NEGATIVE_INFINITY;
      if (timer !== undefined) tell();
    },
  };
});

export type PresenceModel = InstanceType<typeof PresenceModel>;
