import { type Language, NOTICE_KINDS, type OriginStanding, type SupportState } from '../contract/lists.ts';
import type { ShopStatusRequest } from '../contract/shops/requests.ts';
import type { ShopStatus } from '../contract/shops/shop-status.ts';
import type { Caller } from '../identity/caller.ts';
import { type Support, supportInText, UNRECOGNISED } from '../policy/entitlement.ts';
import { answerBy, PROMISE_HOURS } from '../policy/promise.ts';
import { topicsFor } from '../policy/scope.ts';
import { hostAsWritten } from '../policy/shop-address.ts';
import { mayUpdate, whereUpdatesAre } from '../policy/updates.ts';
import { isBehind, isWithin } from '../policy/version.ts';
import { type KnownShop, recogniseShop, standingOf } from '../shops/recognise-shop.ts';
import { runningIncidents } from '../store/incidents.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { readVendorSettings } from '../vendor-settings/vendor-settings.ts';
import { type HowToReachUsDeps, howToReachUs } from './how-to-reach-us.ts';
import { usualTime } from './usual-time.ts';

/** What was asked, and by whom. */
interface Asked {
  request: ShopStatusRequest;
  /** the asking page, from the `Origin` header */
  origin: string | null;
  caller: Caller;
  /** of labels and notes */
  language: Language;
}

type Answer = Omit<ShopStatus, 'support'> & { support: Omit<ShopStatus['support'], 'state'> & { state: SupportState } };

/**
 * The status of a shop: its support, the promise, and the topics it may choose. Every pair that matches no shop gets
 * the same response, whatever version it names and whatever page asks.
 */
export async function readShopStatus(deps: HowToReachUsDeps, { request, language, ...asker }: Asked): Promise<Answer> {
  const now = deps.now();
  const known = await recogniseShop(deps.store, request, now);
  const support = known?.support ?? UNRECOGNISED;
  const ways = await howToReachUs(deps, language);
  const offered = known ? topicsFor(support, known.terms, language) : [];
  const topics = known ? await withUpdates(deps, known, offered, language) : [];
  const promised = topics.some((topic) => topic.promised) ? answerBy(now) : null;
  return {
    origin: known ? await originOf(deps.store, known, asker, now) : 'unknown',
    shop: known && { supportNumber: known.shop.support_number, host: hostAsWritten(known.shop.install_url) },
    signature: known?.shop.signature ?? 'optional',
    seller: support.state === 'not-bought-directly' ? (known?.shop.seller ?? null) : null,
    support: supportInText(support),
    promise: { hours: PROMISE_HOURS, answerBy: promised && toPublicInstant(promised) },
    usual: promised && (await usualTime(deps.store, now)),
    ...ways,
    contacts: { ...ways.contacts, renewal: isDirect(support) ? ways.contacts.renewal : null },
    topics,
    version: known && (await versionOf(deps.store, known, request.shopVersion)),
    notices: known ? await noticesFor(deps.store, versionShown(known, request.shopVersion), now, language) : [],
  };
}

/** Where updates are stands with their topic, if this shop has them and the vendor says so. */
async function withUpdates(
  { store, firstSettings }: HowToReachUsDeps,
  { support, terms }: KnownShop,
  topics: ShopStatus['topics'],
  language: Language,
): Promise<ShopStatus['topics']> {
  const { updates: link } = await readVendorSettings(store, firstSettings);
  const isTold = link !== null && mayUpdate(support, terms);
  return topics.map((topic) =>
    isTold && topic.id === 'updates' ? { ...topic, note: whereUpdatesAre(language), link } : topic,
  );
}

/** Only direct buyers can buy more support of us (R3). */
function isDirect({ state }: Support): boolean {
  return state === 'active' || state === 'expired';
}

/** A session of the shop proves whose the page is. */
async function originOf(
  store: Store,
  { shop }: KnownShop,
  { origin, caller }: Pick<Asked, 'origin' | 'caller'>,
  now: Temporal.Instant,
): Promise<OriginStanding> {
  if (caller.kind === 'session' && caller.shopId === shop.id) return 'own';
  return standingOf(store, shop.id, origin, now);
}

/** The version on the page counts more than the registry's: the owner may have updated since. */
function versionShown({ shop }: KnownShop, shown: string | undefined): string | null {
  return shown ?? shop.shop_version;
}

/** Where updates are not to be had, from us or at all, nobody is told to update (C3, R3). */
async function versionOf(store: Store, known: KnownShop, shown: string | undefined): Promise<ShopStatus['version']> {
  if (!mayUpdate(known.support, known.terms)) return null;
  const yours = versionShown(known, shown);
  const current = await currentVersion(store);
  const behind = yours && current ? isBehind(yours, current) : null;
  return yours && current && behind !== null ? { yours, current, behind } : null;
}

/** The active notices for the shop's version (A2), incidents first, in the given language if they have it. */
export async function noticesFor(
  store: Store,
  version: string | null,
  now: Temporal.Instant,
  language: Language,
): Promise<ShopStatus['notices']> {
  const running = await runningIncidents(store, toInstantText(now));
  return running
    .filter(({ from_version: from, to_version: to }) => isWithin(version, { from, to }))
    .toSorted((one, other) => NOTICE_KINDS.indexOf(one.kind) - NOTICE_KINDS.indexOf(other.kind))
    .map(({ id, kind, since, ...words }) => ({
      id: `${id}`,
      kind,
      title: (language === 'en' && words.title_en) || words.title,
      text: (language === 'en' && words.text_en) || words.text,
      since: toPublicInstant(Temporal.Instant.from(since)),
    }));
}
