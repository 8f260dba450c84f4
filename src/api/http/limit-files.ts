import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { AppEnv } from './request-log.ts';

const PART_HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Refuses of a form that is too large its files alone: they are thrown away as they come, so that what was typed before
 * and behind them stays. No more than the limit and one chunk stands in memory. `areFilesDropped` tells the handler.
 * @param mostBytes of the whole body; a text that is longer by itself is refused
 */
export function limitFiles(mostBytes: number): MiddlewareHandler<AppEnv> {
  return async function dropFilesBeyond(context, next) {
    const { raw } = context.req;
    const length = context.req.header('Content-Length');
    if (!raw.body || (length !== undefined && Number(length) <= mostBytes)) return next();
    const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(raw.headers.get('Content-Type') ?? '') ?? [];
    const boundary = quoted ?? plain;
    let held: Buffer[] = [];
    let heldBytes = 0;
    let areFilesDropped = false;
    for await (const chunk of raw.body.values({ preventCancel: true })) {
      held.push(Buffer.from(chunk));
      heldBytes += chunk.length;
      if (heldBytes <= mostBytes) continue;
      const left = boundary === undefined ? null : withoutFiles(Buffer.concat(held), boundary);
      if (left === null || left.length > mostBytes / 2) return problem(context, 'too-large');
      areFilesDropped = true;
      held = [left];
      heldBytes = left.length;
    }
    const whole = Buffer.concat(held);
    const body = areFilesDropped && boundary !== undefined ? withoutFiles(whole, boundary) : whole;
    const { method, headers, signal } = raw;
    context.req.raw = new Request(raw.url, { method, headers, signal, body: new Uint8Array(body) });
    context.set('areFilesDropped', areFilesDropped);
    await next();
  };
}

/**
 * The body so far without its files. Of one that is still coming its head stays, so that the rest is known for a file's, and
 * as much of its end as may be the beginning of the next delimiter.
 */
function withoutFiles(body: Buffer, boundary: string): Buffer {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const kept: Buffer[] = [];
  // The first delimiter has no line before it.
  let from = body.indexOf(delimiter.subarray(2));
  if (from === -1) return body;
  while (from < body.length) {
    const end = body.indexOf(delimiter, from + 1);
    const part = body.subarray(from, end === -1 ? body.length : end);
    const headEnd = part.indexOf(PART_HEAD_END);
    const isFile = headEnd !== -1 && /;\s*filename\*?=/i.test(part.toString('latin1', 0, headEnd));
    if (!isFile) kept.push(part);
    else if (end === -1) {
      const contentFrom = headEnd + PART_HEAD_END.length;
      const tailFrom = Math.max(contentFrom, part.length - delimiter.length);
      kept.push(part.subarray(0, contentFrom), part.subarray(tailFrom));
    }
    if (end === -1) break;
    from = end;
  }
  return Buffer.concat(kept);
}
