import { cleanHeader } from './clean-header.ts';
import { decodeWords } from './decode-words.ts';
import { fieldValue, fieldValues, type Head } from './mail-head.ts';

/** Who wrote a letter, as the letter says: nothing proves it. */
export interface Sender {
  /** in lower case */
  address: string;
  /** empty when the letter gives none */
  name: string;
}

/** What an address is made of: enough to answer to, and nothing that could end a header or an address. */
const ADDRESS = /[^\s\p{Cc}<>()[\]"',:;\\@]{1,64}@[^\s\p{Cc}<>()[\]"',:;\\@]{1,189}/gu;

/** Fields that name whom a server brought the letter to, whoever stands in `To`. */
const RECIPIENTS = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'];

/** Most recipients of a field that are kept. */
const MOST_ADDRESSES = 100;

/**
 * The sender of a letter, read from the raw `From`: the last address in angle brackets, or a bare one; of a `From` without
 * any, `Return-Path`. A reader that decodes first takes a name with `To: …` in it for a group, and finds no address.
 * @returns also whether `From` names more than one writer, or stands twice: then programs disagree about who that is
 */
export function readSender(head: Head): { from: Sender | null; isDoubtful: boolean } {
  const lines = fieldValues(head, 'from');
  const value = (lines[0] ?? '').slice(0, 10_000);
  const plain = withoutComments(value);
  const unquoted = plain.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => ' '.repeat(quoted.length));
  const angles = [...unquoted.matchAll(/<\s*([^<>\s]+@[^<>\s]+)\s*>/g)].filter(([, inside]) => isAddress(inside));
  const last = angles.at(-1);
  const bare = unquoted.match(ADDRESS) ?? [];
  const address = last?.[1] ?? bare[0] ?? readAddresses(fieldValue(head, 'return-path'))[0] ?? null;
  const writers = new Set(last ? angles.map(([, inside = '']) => inside.toLowerCase()) : bare.map(lower));
  const isDoubtful = writers.size > 1 || new Set(lines).size > 1;
  if (!address) return { from: null, isDoubtful };
  const name = last ? nameIn(plain.slice(0, last.index)) : '';
  return { from: { address: address.toLowerCase(), name }, isDoubtful };
}

/** The addresses of a field, in lower case, each once; names and comments are left out. */
export function readAddresses(value: string): string[] {
  const plain = withoutComments(value.slice(0, 100_000)).replace(/"(?:[^"\\]|\\.)*"/g, ' ');
  return [...new Set((plain.match(ADDRESS) ?? []).map(lower))].slice(0, MOST_ADDRESSES);
}

/** Everybody a letter went to but for copies: those in `To`, and where servers say they brought it. */
export function readRecipients(head: Head): string[] {
  return [...new Set(RECIPIENTS.flatMap((name) => fieldValues(head, name).flatMap(readAddresses)))].slice(
    0,
    MOST_ADDRESSES,
  );
}

function nameIn(before: string): string {
  const quoted = before.trim().replace(/^"((?:[^"\\]|\\.)*)"$/s, (_, inside: string) => inside.replace(/\\(.)/g, '$1'));
  return cleanHeader(decodeWords(quoted))
    .replace(/^["']+|["']+$/g, '')
    .trim();
}

/** A value without comments in parentheses, those within quotation marks left alone. One pass: patterns for it backtrack. */
function withoutComments(value: string): string {
  let kept = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? '';
    if (sign === '\\') {
      if (depth === 0) kept += value.slice(at, at + 2);
      at++;
      continue;
    }
    if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    if (sign === '(' && !isQuoted) depth++;
    else if (sign === ')' && !isQuoted && depth > 0) depth--;
    else if (depth === 0) kept += sign;
  }
  return kept;
}

function isAddress(text: string | undefined): boolean {
  return text !== undefined && text.match(ADDRESS)?.[0] === text;
}

function lower(address: string): string {
  return address.toLowerCase();
}
