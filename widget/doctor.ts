import { host } from '../browser/host.ts';
import { type Finding, findingsOf } from './features/page-api/findings.ts';
import type { Told } from './features/page-api/tell-doctor.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import { replacedNatives } from './host-page/natives.ts';
import type { PanelHandle } from './panel.ts';

/** Written in by the build: the version of this program, as in `package.json`. */
declare const __VERSION__: string;

/** What the panel needs of a browser, and this file does not: it must run where the panel cannot. */
const FEATURES: Record<string, () => boolean> = {
  popover: () => 'popover' in HTMLElement.prototype,
  adoptedStyleSheets: () => 'adoptedStyleSheets' in Document.prototype,
  'Object.hasOwn': () => 'hasOwn' in Object,
};

/** How often and how long it is waited for what the page and the service say of the shop: five seconds in all. */
const MOST_WAITS = 100;
const WAIT_MS = 50;

/**
 * Checks what has to be right around the panel for the developer who pasted the tag, and then what the panel knows, if it
 * can be loaded. Names no token, session or text.
 * @param load loads the panel
 * @returns the findings, also logged as a table in the console
 */
export async function examine(config: EmbedConfig, load: () => Promise<PanelHandle>): Promise<Finding[]> {
  const missing = missingFeatures();
  const findings = [
    { check: 'version', isOk: true, found: __VERSION__ },
    tag(config),
    frame(config),
    { check: 'browser', isOk: !missing, found: missing ? `too old: it has no ${missing}` : 'new enough' },
    builtIns(),
    await service(config),
    ...(missing ? [] : await panel(load, config)),
  ];
  // biome-ignore lint/suspicious/noConsole: the console is where a developer asked
  console.table(findings);
  return findings;
}

/** Which script is ours, and whether its attributes can be read. Of several tags the first counts. */
function tag({ api }: EmbedConfig): Finding {
  const { tags: count = 1 } = (host as { SGPomoc?: { tags?: number } }).SGPomoc || {};
  const isOurs = ({ src }: HTMLScriptElement) =>
    src.replace(/^\w+:|\?.*/g, '') === `${api}/pomoc.js`.replace(/^\w+:/, '');
  const tags = [...host.document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(isOurs);
  const modules = tags.filter(({ type }) => type === 'module');
  const wrong =
    count > 1
      ? `${count} tags, of which the first counts`
      : !tags[0]
        ? 'no tag in the document: one in a shadow root, or a script that was copied into the page, has no attributes'
        : modules[1] && 'several modules: nobody says which of them runs, so no attributes are read';
  return { check: 'tag', isOk: !wrong, found: wrong || `one${modules[0] ? ', as a module' : ''}` };
}

/** A document of frames shows no entry, and of several frames one does. */
function frame({ launcher }: EmbedConfig): Finding {
  if (host.document.body?.nodeName === 'FRAMESET')
    return { check: 'frame', isOk: false, found: 'a frameset: the tag belongs into the frame with the content' };
  const isTop = host.top === host;
  const isAmongFrames = !isTop && launcher !== 'none';
  const found = isAmongFrames
    ? 'a frame: one entry is drawn for all frames, and none in a small one'
    : 'a frame without entry';
  return { check: 'frame', isOk: true, found: isTop ? 'none' : found };
}

function missingFeatures(): string {
  return Object.keys(FEATURES)
    .filter((name) => !FEATURES[name]?.())
    .join(', ');
}

/** Built-ins that the page replaced: no fault, as the panel then has others. */
function builtIns(): Finding {
  const replaced = replacedNatives(host, globalThis as unknown as Window);
  const found = replaced[0]
    ? `the page replaced ${replaced.join(', ')}; this help runs in a frame with the browser's own`
    : "the browser's own";
  return { check: 'built-ins', isOk: true, found };
}

/**
 * A request that needs only a connection, and that no service worker can answer from its cache. If a policy of the page
 * forbids it, it looks like a network failure.
 */
async function service({ api }: EmbedConfig): Promise<Finding> {
  const { document } = globalThis; // of the realm that asks
  const stopListening = new AbortController();
  const forbidden = new Promise<string>((resolve) => {
    const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI.startsWith(api)) resolve(`the page's ${effectiveDirective} forbids it: it must allow ${api}`);
    };
    document.addEventListener('securitypolicyviolation', note, { signal: stopListening.signal });
  });
  // The violation is told a moment after the failure.
  const unanswered = () => Promise.race([forbidden, later('no answer', 100)]);
  const asked = fetch(`${api}/pomoc.js?_=${Date.now()}`, { credentials: 'omit', cache: 'no-store' });
  const found = await asked.then(({ status, ok }) => (ok ? '' : `answers ${status}`), unanswered);
  stopListening.abort();
  return { check: 'service', isOk: !found, found: found ? `${api}: ${found}` : api };
}

const later = <Value>(value: Value, ms: number) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms));

/** While nobody knows whose panel this is, the page is read and the service asked: what they say belongs to the findings. */
async function learned(config: EmbedConfig): Promise<void> {
  const isUnknown = () => config.isLearning && (!config.standing || config.standing === 'lost');
  for (let waits = 0; isUnknown() && waits < MOST_WAITS; waits++) await later(null, WAIT_MS);
}

/** What is found with the panel; one finding when its files do not come. */
async function panel(load: () => Promise<PanelHandle>, config: EmbedConfig): Promise<Finding[]> {
  await learned(config);
  try {
    return await findingsOf((await (await load()).call(['doctor'])) as Told, config);
  } catch (reason) {
    return [
      { check: 'panel', isOk: false, found: `not all of its files came: ${(reason as Error)?.message || 'no answer'}` },
    ];
  }
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { examine });
