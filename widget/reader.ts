import { host } from '../browser/host.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import type { Facts } from './host-page/facts.ts';
import { forgetShop, type PanelRecord, rememberShop } from './host-page/known-shop.ts';
import { directoryOf, type Place } from './host-page/page-address.ts';
import { ownFacts, pairOf } from './host-page/reader/own-shop.ts';
import { readFacts } from './host-page/reader/read-facts.ts';

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
    if (await isRefused(api, facts, at, directory)) forgetShop(directory);

  const { standing, shopPath } = recall(at.pathname);
  // What is lost gives way, for all pages that it was for.
  if (!isCertain(standing))
    await isRefused(api, await readFacts(host.document), at, directoryOf(at.pathname), shopPath);
  const learned = recall(at.pathname);
  const { onLearned, panelPath, shopVersion } = config;
  isReading = config.isLearning = false;
  if (isCertain(learned.standing)) {
    if (shopVersion) learned.facts.shopVersion = shopVersion;
    Object.assign(config, learned, onLearned && { panelPath });
  }
  onLearned?.();
}

const isCertain = (standing: PanelRecord['standing']) => standing && standing !== 'lost';

/** What this page has asked about: a page that changes is read again, and one that had no answer waits for the next page. */
let asked = '';

/** Where this tab has the pairs that were refused, a line each behind an empty one: none is asked about again. */
const REFUSED = 'pomoc.refused';

/** So many are refused for another to be asked about: the service counts by address of the network, which an office shares. */
const MOST = 5;

/**
 * Asks the service about what facts say of a shop, and remembers what it recognises. Without a library, as pages without
 * any panel in sight ask. Without storage nobody is asked: nothing could be kept.
 * @param scope the directory to remember it for, where that is another
 * @returns whether they stand for no shop; `undefined` also when nobody was asked, or it did not say
 */
async function isRefused(
  api: string,
  facts: Facts,
  at: Place,
  directory: string,
  scope?: string,
): Promise<boolean | undefined> {
  const pair = pairOf(facts, at, directory);
  if (!pair) return true;
  const body = JSON.stringify(pair);
  try {
    const refused: string = sessionStorage[REFUSED] || '';
    if (refused.split('\n')[MOST] || (asked + refused).includes(body)) return undefined;
    asked += body;
    const response = await fetch(`${api}/api/v1/shop-status`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const { support, origin } = response.ok && (await response.json());
    if (support.state.startsWith('unrecognised') || origin === 'other-shop') {
      sessionStorage[REFUSED] = `${refused}\n${body}`;
      return true;
    }
    rememberShop(scope || directory, { ...facts, ...pair }, 'recognised');
  } catch {
    // no answer, or not the service's
  }
}

/** What this page says of a shop on its own host; what it says of another is nothing. */
export async function readOwnFacts(at: Place = host.location): Promise<Facts> {
  return ownFacts(await readFacts(host.document), at);
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { learnShop, readOwnFacts });
