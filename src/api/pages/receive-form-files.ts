import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { receiveFile } from '../../attachments/receive-file.ts';
import { FileName } from '../../contract/files/attachment-fields.ts';
import { ATTACHMENTS } from '../../contract/files/attachment-limits.ts';
import { plainLine } from '../../contract/plain-line.ts';
import { hashToken } from '../../identity/token.ts';
import { senderAddress } from '../http/client-address.ts';
import type { FileFault } from './form-parts.ts';
import type { PageDeps } from './sent-form.ts';
import type { KeptFile, TypedTicket } from './typed-ticket.ts';

/** What became of the files that came with a form. */
export interface ReceivedFiles {
  /** those that wait for the ticket: of earlier sendings, and now */
  files: KeptFile[];
  faults: FileFault[];
  /** whether there were more than a ticket may have */
  areTooMany: boolean;
}

/** The files of a form as it was sent. A browser without a chosen file sends an empty one without a name. */
export function filesIn(sent: FormData): File[] {
  return sent
    .getAll('files')
    .filter((value) => typeof value !== 'string' && (value.name !== '' || value.size > 0)) as File[];
}

/**
 * Stores the files of a form for its ticket, by the rules and quotas of all uploads. Until the ticket is opened they wait as
 * every upload does, so that a mistake in another field loses none.
 */
export async function receiveFormFiles(
  context: Context,
  deps: PageDeps,
  sent: FormData,
  typed: TypedTicket,
): Promise<ReceivedFiles> {
  const { supportNumber, installUrl } = typed;
  const sender = {
    caller: { kind: 'token', tokenHash: hashToken(typed.token) } as const,
    identity: { supportNumber: plainLine(supportNumber), installUrl: plainLine(installUrl) },
    address: senderAddress(context, deps),
  };
  const received: ReceivedFiles = { files: [...typed.files], faults: [], areTooMany: false };
  for (const file of filesIn(sent)) {
    const read = FileName.safeParse(file.name);
    const name = read.success ? read.data : 'plik';
    if (file.size > ATTACHMENTS.fileBytes) received.faults.push({ name, code: 'too-large' });
    else if (file.size === 0) received.faults.push({ name, code: 'empty' });
    else {
      const content = new Uint8Array(await file.arrayBuffer());
      const id = uploadId(typed.key, name, content);
      if (received.files.some((kept) => kept.id === id)) continue;
      if (received.files.length >= ATTACHMENTS.perMessage) {
        received.areTooMany = true;
        continue;
      }
      const code = await receiveFile(deps, { id, name, content }, sender);
      if (code) received.faults.push({ name, code });
      else received.files.push({ id, name });
    }
  }
  return received;
}

/** The same file in the same form has the same id: a form that is sent twice must be the same ticket. */
function uploadId(key: string, name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(`${key}\n${name}\n`).update(content).digest();
  return hash.subarray(0, 16).toString('base64url');
}
