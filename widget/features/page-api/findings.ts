import { host } from '../../../browser/host.ts';
import type { EmbedConfig } from '../../host-page/embed-config.ts';
import { FACTS, type Facts } from '../../host-page/facts.ts';
import { findLauncher } from '../../host-page/launcher.ts';
import type { Told } from './tell-doctor.ts';

/** One check: whether it is in order, and what was found. */
export interface Finding {
  check: string;
  isOk: boolean;
  found: string;
}

/**
 * What is found of a page's integration where the panel runs: the shop and where it comes from, the entry, what is stored,
 * and who is signed. In the file of the doctor: no panel needs it.
 * @param told what the panel knows
 */
export async function findingsOf(told: Told, config: EmbedConfig): Promise<Finding[]> {
  const { isDurable } = told;
  return [
    ...(await readFrom(told, config)),
    launcher(config),
    { check: 'storage', isOk: isDurable, found: isDurable ? 'IndexedDB' : 'memory only' },
    ...shopStatus(told),
    signed(told, config),
  ];
}

/** The source of each fact: the tag, this page, what is kept of this panel, a person, or the signed session. */
async function readFrom({ source, facts }: Told, { read }: EmbedConfig): Promise<Finding[]> {
  const reader = await read?.().catch(() => null);
  const page: Facts = (await reader?.readOwnFacts()) ?? {};
  return FACTS.map((fact) => {
    const isRead = page[fact] && (!source || source === 'recognised' || fact === 'shopVersion');
    const value = isRead ? page[fact] : facts[fact];
    return {
      check: fact,
      isOk: !!facts[fact] || fact === 'shopVersion',
      found: value
        ? `${value}, from ${isRead ? 'this page' : source === 'tag' ? 'the tag' : `the ${source} shop`}`
        : 'not found',
    };
  });
}

/** The entry. Of frames one has it: the others, and small ones, are in order without. */
function launcher({ launcher: selector }: EmbedConfig): Finding {
  const found = findLauncher(host.document, selector);
  const isFrame = host !== host.top;
  if (!found)
    return {
      check: 'launcher',
      isOk: isFrame || selector === 'none',
      found: isFrame ? 'none: a small frame, or another has it' : `nothing fits data-launcher="${selector}"`,
    };
  const { nodeName, id } = found;
  const drawn = found.dataset.pomocOnline === 'auto' ? ', drawn by us' : '';
  return { check: 'launcher', isOk: true, found: `${nodeName.toLowerCase()}${id && `#${id}`}${drawn}` };
}

/** What the service says of the shop, of this page's host, and of signatures. */
function shopStatus({ status, identity }: Told): Finding[] {
  if (!status) return [{ check: 'support', isOk: false, found: 'not known' }];
  const isSigned = identity === 'signed';
  const { support, origin, shop: registered, signature } = status;
  const isRefused = signature === 'required' && !isSigned;
  return [
    { check: 'support', isOk: support.state === 'active', found: support.state },
    {
      check: 'registered',
      isOk: !!registered,
      found: registered ? `${registered.supportNumber} at ${registered.host}` : 'no such shop',
    },
    {
      check: 'origin',
      isOk: origin === 'own' || (origin === 'unknown' && isSigned),
      found: ORIGINS[origin] ?? origin,
    },
    {
      check: 'signature',
      isOk: !isRefused,
      found: isRefused ? 'required, and nothing is signed here' : signature,
    },
  ];
}

/** Whose host the page is on, as the service sees it. */
const ORIGINS: Record<string, string> = {
  own: "the shop's",
  'other-shop': "another shop's: who sends unsigned is asked first",
  unknown: 'not registered for the shop: unsigned tickets come behind others',
};

function signed({ identity }: Told, { tokenUrl }: EmbedConfig): Finding {
  const { origin } = new URL(tokenUrl || '', host.location.href);
  const found =
    origin === host.location.origin ? identity : `${identity}: data-token-url is on ${origin}, which is not asked`;
  return { check: 'identity', isOk: identity === 'signed' || identity === 'unsigned', found };
}
