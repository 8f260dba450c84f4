import type { Store } from '../store/open.ts';
import { findPart } from '../store/uploads.ts';

/**
 * The bytes of a file, one part in memory at a time, whatever its size. A damaged file ends with an error, never
 * silently.
 */
export async function* partsOf(db: Store, id: string, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for (let part = 0; read < bytes; part++) {
    const content = await findPart(db, id, part);
    if (!content) throw new Error(`The file ${id} has ${read} of its ${bytes} bytes`);
    read += content.length;
    yield content;
  }
}
