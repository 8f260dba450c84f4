import { promises as dns } from 'node:dns';
import { setTimeout as pause } from 'node:timers/promises';
import { authenticate, type DNSResolver } from 'mailauth';
import { isAlignedByServer } from './authentication-results.ts';
import { fieldValues, readHead } from './mail-head.ts';

/** How long the names of a letter may take to be looked up, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What it takes to judge a sender. */
export interface AlignedDeps {
  /** names of servers whose `Authentication-Results` we believe */
  trustedServers: readonly string[];
  /** looks up DNS; the system's unless a test has its own */
  resolve?: DNSResolver;
  /** in milliseconds */
  patienceMs?: number;
}

/**
 * Whether a letter is proven to be of the domain in its `From`: DMARC passes, or a server that we trust says so. Over IMAP
 * nobody knows the address of the client, so that only DKIM can make it pass, of the domain itself or one above it: DMARC
 * would take that of a neighbour too, wherever a registry or a host of shops has a record for all that is under it.
 * Whatever cannot be looked up in time, a signature that leaves out a part of the letter, or a letter with several senders
 * is not proven.
 * @param from the address that the letter was read as coming from
 */
export async function isAligned(deps: AlignedDeps, raw: Uint8Array, from: string): Promise<boolean> {
  const { trustedServers, resolve = dns.resolve as DNSResolver, patienceMs = PATIENCE_MS } = deps;
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  const head = readHead(raw);
  if (!domain || fieldValues(head, 'from').length !== 1) return false;
  if (isAlignedByServer(fieldValues(head, 'authentication-results'), trustedServers, domain)) return true;
  if (fieldValues(head, 'dkim-signature').length === 0) return false; // nothing could pass: nobody need be asked
  const giveUp = new AbortController();
  const tooLate = pause(patienceMs, false, { signal: giveUp.signal }).catch(() => false);
  const judged = isAlignedBySignature(raw, domain, resolve).catch(() => false);
  const isProven = await Promise.race([judged, tooLate]);
  giveUp.abort();
  return isProven;
}

async function isAlignedBySignature(raw: Uint8Array, domain: string, resolver: DNSResolver): Promise<boolean> {
  const options = { resolver, disableArc: true, disableBimi: true };
  const { dkim, dmarc } = await authenticate(Buffer.from(raw), options);
  const alignment = dmarc && dmarc.status.result === 'pass' ? dmarc.alignment.dkim : null;
  const { headerFrom } = dkim;
  const author = Array.isArray(headerFrom) && headerFrom.length === 1 ? headerFrom[0] : null;
  const isOfAuthor = author?.slice(author.lastIndexOf('@') + 1).toLowerCase() === domain;
  const signer = alignment?.result ? String(alignment.result).toLowerCase() : null;
  const maySign = signer !== null && (domain === signer || domain.endsWith(`.${signer}`));
  return isOfAuthor && maySign && !alignment?.underSized;
}
