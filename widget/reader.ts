import { host } from '../browser/host.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import type { Facts } from './host-page/facts.ts';
import { forgetShop, type PanelRecord, rememberShop } from './host-page/known-shop.ts';
import { directoryOf, hostOf, type Place } from './host-page/page-address.ts';
import { readFacts } from './host-page/reader/read-facts.ts';

/** The shop as it is asked about. */
export interface Pair {
  supportNumber: string;
  installUrl: string;
}

/** Whether facts say nothing of another host than the page's. */
function isOwn({ installUrl }: Facts, { origin }: Place): boolean {
  return !installUrl || hostOf(installUrl) === hostOf(origin);
}

/**
 * The pair that facts of a page may stand for, or null: buyers write on pages of a panel too. An address must be on the
 * page's own host. The service is always asked about the page's own address, never about the one that the page shows: of
 * two shops on one host it then finds the one in whose path the page lies, and no other.
 * @param directory where the facts were read
 */
export function pairOf(facts: Facts, at: Place, directory: string): Pair | null {
  const { supportNumber } = facts;
  return supportNumber && isOwn(facts, at) && hostOf(at.origin)
    ? { supportNumber, installUrl: at.origin + directory }
    : null;
}

let isReading = false;

/**
 * Learns which shop the page's panel is of, and remembers it when the service recognises it. What an earlier release
 * remembered unchecked is checked first, by the same rule. Called again whenever the page has changed.
 * @param config gets what was learned, unless the panel is at work already: then only the shop
 * @param recall the loader's `recallShop`
 */
export async function learnShop(
  config: EmbedConfig,
  recall: (path: string) => PanelRecord,
  at: Place = host.location,
): Promise<void> {
  if (isReading) return;
  isReading = true;
  const { api, unchecked = [] } = config;
  for (const [directory, facts] of unchecked.splice(0))
    if ((await check(api, facts, at, directory)) === false) forgetShop(directory);

  const known = recall(at.pathname);
  if (!isCertain(known)) {
    const here = directoryOf(at.pathname);
    // What is lost gives way, for all pages that it was for.
    await check(api, await readFacts(host.document), at, here, known.standing ? known.shopPath : here);
  }
  const learned = recall(at.pathname);
  const { facts, panelPath, shopPath, standing } = learned;
  isReading = config.isLearning = false;
  if (isCertain(learned)) {
    config.facts = { ...facts, shopVersion: config.shopVersion || facts.shopVersion };
    Object.assign(config, { shopPath, standing });
    if (!config.onLearned) config.panelPath = panelPath;
  }
  config.onLearned?.();
}

const isCertain = ({ standing = 'lost' }: PanelRecord) => standing !== 'lost';

/**
 * Remembers what facts say of a shop when the service recognises it.
 * @param scope the directory to remember it for
 * @returns whether it does; `undefined` when nobody was asked, or it did not say
 */
async function check(
  api: string,
  facts: Facts,
  at: Place,
  directory: string,
  scope = directory,
): Promise<boolean | undefined> {
  const pair = pairOf(facts, at, directory);
  const isRecognised = !!pair && (await ask(api, JSON.stringify(pair)));
  if (isRecognised) rememberShop(scope, { ...facts, ...pair }, 'recognised');
  return isRecognised;
}

/** What this page has asked about: a page that changes is read again, and one that had no answer waits for the next page. */
const asked = new Set<string>();

/** Where this tab has the pairs that were refused, a line each behind an empty one: none is asked about again. */
const REFUSED = 'pomoc.refused';

/** So many are refused for another to be asked about: the service counts by address of the network, which an office shares. */
const MOST = 5;

/**
 * Without a library, as pages without any panel in sight ask. Without storage nobody is asked: nothing could be kept.
 * @param pair as JSON
 */
async function ask(api: string, pair: string): Promise<boolean | undefined> {
  try {
    const refused = sessionStorage.getItem(REFUSED) || '';
    const lines = refused.split('\n');
    if (lines.length > MOST || lines.includes(pair) || asked.has(pair)) return undefined;
    asked.add(pair);
    const response = await fetch(`${api}/api/v1/shop-status`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: pair,
    });
    const { support, origin } = response.ok && (await response.json());
    if (typeof support.state !== 'string') return undefined;
    if (support.state !== 'unrecognised' && origin !== 'other-shop') return true;
    sessionStorage.setItem(REFUSED, `${refused}\n${pair}`);
    return false;
  } catch {
    return undefined; // no answer, or not the service's
  }
}

/** What this page says of a shop on its own host; what it says of another is nothing. */
export async function readOwnFacts(at: Place = host.location): Promise<Facts> {
  const read = await readFacts(host.document);
  return isOwn(read, at) ? read : {};
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { learnShop, readOwnFacts });
