import { randomId } from '../../browser/random-id.ts';
import { toJson } from '../../browser/to-json.ts';
import type { CustomerStatus } from '../../src/contract/lists.ts';
import { CONTROL_CHARACTERS } from '../../src/contract/shapes.ts';
import type { AttachedFile } from '../outbox/attached-file.ts';

/** Something said in a thread and on its way: frozen, so that sending it again is sending the same. */
export interface Pending {
  kind: 'message' | 'status';
  /** the `Idempotency-Key`: 128 random bits */
  key: string;
  /** the request's body, byte for byte */
  body: string;
  /** what was typed; of a change of status, the status */
  text: string;
  /** what goes before it; the body calls them by other names */
  files?: AttachedFile[];
  /** milliseconds since 1970 */
  createdAt: number;
}

/** What the owner has in hand for one thread. */
export interface Reply {
  number: string;
  directory: string;
  /** being typed */
  draft: string;
  /** their bytes lie beside the replies */
  files?: AttachedFile[];
  pending?: Pending | undefined;
}

/** Freezes a reply. Pasting can bring what the service refuses: control characters and halves of characters. */
export function freezeMessage(text: string, files: AttachedFile[], now: number): Pending {
  const body = toJson({
    text: text.replace(CONTROL_CHARACTERS, '').toWellFormed(),
    ...(files[0] && { attachments: files.map(() => randomId(16)) }),
  });
  return { kind: 'message', key: randomId(16), body, text, files, createdAt: now };
}

/** Freezes "Rozwiązane" or "Otwórz ponownie". */
export function freezeStatus(status: CustomerStatus, now: number): Pending {
  return { kind: 'status', key: randomId(16), body: toJson({ status }), text: status, createdAt: now };
}

/** After a day it may be settled: such a reply asks before it goes. */
export function mustAsk({ createdAt }: Pending, now: number): boolean {
  return now - createdAt > 24 * 3_600_000;
}
