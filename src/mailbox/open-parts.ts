import { Readable } from 'node:stream';
import { type AttachmentStream, type Headers, MailParser } from 'mailparser';
import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import type { Head } from './mail-head.ts';

/** A part of a letter: one with parts of its own, or a leaf with bytes. */
export interface Part {
  /** the media type in lower case */
  type: string;
  params: Readonly<Record<string, string>>;
  /** `attachment`, `inline` or null */
  disposition: string | null;
  name: string | null;
  /** what `cid:` in HTML names it by, without angle brackets */
  cid: string | null;
  children: Part[];
  /** null of a part that has children */
  leaf: Leaf | null;
}

/** The bytes of a part, decoded as its transfer encoding says. */
export interface Leaf {
  content: Uint8Array;
  /** false when it is larger than is read */
  isWhole: boolean;
}

/** Most bytes of one part that are kept: no file may be larger. */
const PART_BYTES = ATTACHMENTS.fileBytes;

/** Most bytes of all parts together. */
const ALL_BYTES = 32 * 1024 * 1024;

/** Longest header of a part, in bytes: it costs time that nothing else has meanwhile. Real ones have some hundred. */
const PART_HEAD_BYTES = 64 * 1024;

/** Most parts that are read. */
const MOST_PARTS = 10_000;

/** Deepest part that is read. */
const DEPTH = 100;

/** Bytes that are handed to the reader at a time; between them other work has its turn. */
const PIECE_BYTES = 64 * 1024;

/** What the library knows of a part. Its tree is not in its types; `tests/mailbox` fails when it changes. */
interface Node {
  contentType: string | false;
  headers: Headers;
  children: Node[];
}

interface Inside {
  tree: Node | false;
  textTypes: string[];
}

/**
 * The parts of a letter as a tree. The library splits and decodes; that it hands out words of the letter as bytes too, like
 * files, is asked of it so that charsets are decided here. It is given the fields about parts only: on the others it would
 * spend seconds. Letters within letters are files.
 * @returns also whether it could not be read to its end; what came before is there
 */
export async function openParts(raw: Uint8Array, head: Head): Promise<{ root: Part | null; isBroken: boolean }> {
  const parser = new MailParser({
    maxHeadSize: PART_HEAD_BYTES,
    maxChildNodes: MOST_PARTS,
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    checksumAlgo: false,
  });
  const inside = parser as unknown as Inside;
  inside.textTypes = [];
  const leaves = new Map<Headers, Leaf & { about: AttachmentStream }>();
  let left = ALL_BYTES;
  const isBroken = await new Promise<boolean>((resolve) => {
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const chunks: Buffer[] = [];
      let kept = 0;
      let isWhole = true;
      const keep = () => {
        leaves.set(data.headers, { content: isWhole ? Buffer.concat(chunks) : EMPTY, isWhole, about: data });
      };
      data.content.on('data', (chunk: Buffer) => {
        isWhole &&= kept + chunk.length <= PART_BYTES && chunk.length <= left;
        if (!isWhole) {
          left += kept;
          kept = chunks.length = 0;
          return;
        }
        kept += chunk.length;
        left -= chunk.length;
        chunks.push(chunk);
      });
      data.content.on('error', () => resolve(true));
      data.content.on('end', () => {
        keep();
        data.release?.();
      });
    });
    parser.on('error', () => resolve(true));
    parser.on('end', () => resolve(false));
    Readable.from(piecesOf(raw, head), { objectMode: false, highWaterMark: PIECE_BYTES }).pipe(parser);
  });
  const root = inside.tree ? partOf(inside.tree, leaves, 0) : null;
  if (isBroken) parser.destroy();
  return { root, isBroken };
}

const EMPTY = new Uint8Array();

function* piecesOf(raw: Uint8Array, { fields, bodyAt }: Head): Generator<Buffer> {
  const about = fields.filter(({ name }) => name.startsWith('content-')).slice(0, 20);
  const lines = about.map(({ name, value }) => `${name}: ${value.slice(0, 2000)}\r\n`);
  yield Buffer.from(`${lines.join('')}\r\n`);
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  for (let at = bodyAt; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

function partOf(node: Node, leaves: ReadonlyMap<Headers, Leaf & { about: AttachmentStream }>, depth: number): Part {
  const found = leaves.get(node.headers);
  const type = node.headers.get('content-type');
  const params = type && typeof type === 'object' && 'params' in type ? (type.params as Record<string, string>) : {};
  return {
    type: node.contentType || 'text/plain',
    params,
    disposition: found?.about.contentDisposition ?? null,
    name: found?.about.filename ?? null,
    cid: found?.about.cid ?? null,
    children: depth < DEPTH ? node.children.map((child) => partOf(child, leaves, depth + 1)) : [],
    leaf: found ? { content: found.content, isWhole: found.isWhole } : null,
  };
}
