import { host } from '../browser/host.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import type { Facts } from './host-page/facts.ts';
import { forgetShop, type PanelRecord, recallShop, rememberShop, uncheckedFacts } from './host-page/known-shop.ts';
import { directoryOf, hostOf, type Place } from './host-page/page-address.ts';
import { readFacts } from './host-page/reader/read-facts.ts';
import { noteRefusal, triedBefore } from './host-page/refused-pairs.ts';

/** The shop as it is asked about. */
export interface Pair {
  supportNumber: string;
  installUrl: string;
}

/** What the service says of a pair; `undefined` when it did not say. */
type Verdict = 'recognised' | 'refused' | undefined;

/**
 * The pair that facts of a page may stand for, or null: buyers write on pages of a panel too. An address must be on the
 * page's own host. The service is always asked about the page's own address, never about the one that the page shows: of
 * two shops on one host it then finds the one in whose path the page lies, and no other.
 * @param directory where the facts were read
 */
export function pairOf({ supportNumber, installUrl }: Facts, { origin }: Place, directory: string): Pair | null {
  const isOwn = !installUrl || hostOf(installUrl) === hostOf(origin);
  return supportNumber && isOwn && hostOf(origin) ? { supportNumber, installUrl: origin + directory } : null;
}

let isReading = false;

/**
 * Learns which shop the page's panel is of, and remembers it when the service recognises it. What an earlier release
 * remembered unchecked is checked first, by the same rule. Called again whenever the page has changed.
 * @param config gets what was learned, unless the panel is at work already: then only the shop
 */
export async function learnShop(config: EmbedConfig, at: Place = host.location): Promise<void> {
  if (isReading) return;
  isReading = true;
  const { facts, panelPath, shopPath, standing } = await learn(config, at);
  isReading = config.isLearning = false;
  if (standing && standing !== 'lost') {
    config.facts = { ...facts, shopVersion: config.shopVersion || facts.shopVersion };
    Object.assign(config, { shopPath, standing });
    if (!config.onLearned) config.panelPath = panelPath;
  }
  config.onLearned?.();
}

async function learn({ api, unchecked = [] }: EmbedConfig, at: Place): Promise<PanelRecord> {
  for (const directory of unchecked.splice(0)) await check(api, directory, at);
  const known = recallShop(at.pathname);
  if (known.standing && known.standing !== 'lost') return known;

  const here = directoryOf(at.pathname);
  const read = await readFacts(host.document);
  const pair = pairOf(read, at, here);
  if (!pair || (await ask(api, pair)) !== 'recognised') return known;
  // What is lost gives way, for all pages that it was for.
  rememberShop(known.standing ? known.shopPath : here, { ...read, ...pair }, 'recognised');
  return recallShop(at.pathname);
}

async function check(api: string, directory: string, at: Place): Promise<void> {
  const facts = uncheckedFacts(directory);
  const pair = pairOf(facts, at, directory);
  const verdict = pair ? await ask(api, pair) : 'refused';
  if (verdict === 'recognised') rememberShop(directory, { ...facts, ...pair }, 'recognised');
  else if (verdict) forgetShop(directory);
}

/** What this page has asked about: a page that changes is read again, and one that had no answer waits for the next page. */
const asked = new Set<string>();

/** Without a library, as pages without any panel in sight ask. A pair that was refused is not asked about again. */
async function ask(api: string, pair: Pair): Promise<Verdict> {
  const tried = triedBefore(pair);
  if (tried) return tried === 'refused' ? tried : undefined;
  const name = JSON.stringify(pair);
  if (asked.has(name)) return undefined;
  asked.add(name);
  try {
    const response = await fetch(`${api}/api/v1/shop-status`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: name,
    });
    const { support, origin } = response.ok && (await response.json());
    if (typeof support.state !== 'string') return undefined;
    if (support.state !== 'unrecognised' && origin !== 'other-shop') return 'recognised';
    noteRefusal(pair);
    return 'refused';
  } catch {
    return undefined; // no answer, or not the service's
  }
}

/** What this page says of a shop on its own host; what it says of another is nothing. */
export async function readOwnFacts(at: Place = host.location): Promise<Facts> {
  const read = await readFacts(host.document);
  return !read.installUrl || hostOf(read.installUrl) === hostOf(at.origin) ? read : {};
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { learnShop, readOwnFacts });
