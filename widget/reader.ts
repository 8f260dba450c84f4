import { host } from '../browser/host.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import type { Facts } from './host-page/facts.ts';
import type { PanelRecord } from './host-page/known-shop.ts';
import { directoryOf, type Place } from './host-page/page-address.ts';
import { ownFacts } from './host-page/reader/own-facts.ts';
import { readFacts } from './host-page/reader/read-facts.ts';

/** What asks the service: a file of its own, for pages that say something of a shop on their own host. */
const checking = () => import('./host-page/reader/check-shop.ts');

/** For the life of the page, when that file does not come: no browser asks for it again. */
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
  if (isReading || host.document.querySelector('[data-pomoc-form]')) return; // no panel: it is not read
  isReading = true;
  const { api, unchecked = [] } = config;
  for (const [directory, facts] of unchecked.splice(0))
    await (await checking()).checkKept(api, ownFacts(facts, at), at.origin + directory, directory);

  const { standing, shopPath } = recall(at.pathname);
  if (!isCertain(standing)) {
    const facts = await readOwnFacts(at);
    const directory = directoryOf(at.pathname);
    // What is lost gives way, for all pages that it was for.
    if (facts.supportNumber)
      await (await checking()).checkShop(api, facts, at.origin + directory, shopPath || directory);
  }
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

/** What this page says of a shop on its own host; what it says of another is nothing. */
export async function readOwnFacts(at: Place = host.location): Promise<Facts> {
  return ownFacts(await readFacts(host.document), at);
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { learnShop, readOwnFacts });
