import { instantInWarsaw } from '../../../browser/warsaw.ts';
import { AddIncidentRequest } from '../../../src/contract/desk/incident-requests.ts';

/** A new incident as it is typed: every field is a text, empty is not given. */
export const EMPTY_NOTICE = {
  kind: 'incident',
  title: '',
  text: '',
  englishTitle: '',
  englishText: '',
  fromVersion: '',
  toVersion: '',
  since: '',
  until: '',
};

export type IncidentDraft = typeof EMPTY_NOTICE;

/** An invalid field; `english` is either of its two. */
export type WrongField = 'title' | 'text' | 'english' | 'fromVersion' | 'toVersion' | 'since' | 'until';

/** Parses a stored draft; anything invalid is an empty one. */
export function readDraft(kept: string): IncidentDraft {
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return EMPTY_NOTICE;
    const fields = Object.entries(read).filter(([name, value]) => name in EMPTY_NOTICE && typeof value === 'string');
    return { ...EMPTY_NOTICE, ...Object.fromEntries(fields) };
  } catch {
    return EMPTY_NOTICE;
  }
}

/** The request for a draft, or its invalid fields. */
export function toRequest(
  draft: IncidentDraft,
  now: number,
): { request: AddIncidentRequest } | { wrong: WrongField[] } {
  const { kind, title, text, englishTitle, englishText, fromVersion, toVersion } = draft;
  const hasEnglish = englishTitle.trim() !== '' || englishText.trim() !== '';
  const [since, until] = [draft.since && instantInWarsaw(draft.since), draft.until && instantInWarsaw(draft.until)];
  const read = AddIncidentRequest.safeParse({
    kind,
    title: title.trim(),
    text: text.trim(),
    english: hasEnglish ? { title: englishTitle.trim(), text: englishText.trim() } : null,
    since: since || null,
    until: until || null,
    fromVersion: fromVersion.trim() || null,
    toVersion: toVersion.trim() || null,
  });
  const wrong = new Set<WrongField>(read.error?.issues.map(({ path }) => path[0] as WrongField));
  if (since === null) wrong.add('since');
  if (until === null || (until && Date.parse(until) <= (since ? Date.parse(since) : now))) wrong.add('until');
  if (fromVersion && toVersion && fromVersion.localeCompare(toVersion, 'en', { numeric: true }) > 0)
    wrong.add('toVersion');
  return read.data && wrong.size === 0 ? { request: read.data } : { wrong: [...wrong] };
}
