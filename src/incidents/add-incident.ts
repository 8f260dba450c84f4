import { type AddIncidentRequest, noticeFields } from '../contract/desk/incident-requests.ts';
import type { NoticeKind } from '../contract/lists.ts';
import type { FieldError } from '../contract/problem.ts';
import { appendEvent } from '../events/append-event.ts';
import { isBehind } from '../policy/version.ts';
import { INCIDENT_KEYS } from '../store/idempotency.ts';
import { insertIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type Done, idempotently, type KeyReused } from '../tickets/idempotently.ts';

/** A new incident, as typed. */
export interface NewIncident {
  kind: NoticeKind;
  title: string;
  text: string;
  /** title and text, or neither */
  english: { title: string; text: string } | null;
  since: Temporal.Instant;
  until: Temporal.Instant | null;
  /** the first and last version it is about, both included; null is no bound */
  fromVersion: string | null;
  toVersion: string | null;
}

/** `unfit`: a field that `noticeFields` refuses, an end before the beginning, or versions in the wrong order. */
export type AddIncidentResult =
  | { outcome: 'added'; id: number }
  | { outcome: 'unfit'; field: 'title' | 'text' | 'until' | 'versions' };

/** The same for a request: fields that its schema cannot judge. */
interface UnfitRequest {
  outcome: 'refused';
  code: 'invalid-request';
  errors: FieldError[];
}

/**
 * Adds an incident, which panels show (A2) from `since` on.
 * @param actor for the audit trail: `operator`, or an agent's id
 */
export async function addIncident(
  store: Store,
  incident: NewIncident,
  actor: string,
  now: Temporal.Instant,
): Promise<AddIncidentResult> {
  const field = unfitField(incident);
  if (field) return { outcome: 'unfit', field };
  return store.transaction().execute(async (transaction) => {
    const id = await writeIncident(transaction, incident, actor, now);
    return { outcome: 'added', id };
  });
}

/**
 * Adds an incident, once per idempotency key: an agent whose network broke may press again.
 * @param actor the agent's id
 */
export async function addIncidentOnce(
  deps: StoreAndClock,
  key: string,
  request: AddIncidentRequest,
  actor: string,
): Promise<Done | KeyReused | UnfitRequest> {
  const { since, until } = request;
  return idempotently<UnfitRequest>(
    deps,
    key,
    [actor, request],
    async (transaction, now) => {
      const incident = {
        ...request,
        since: since === null ? now : Temporal.Instant.from(since),
        until: until === null ? null : Temporal.Instant.from(until),
      };
      const field = unfitField(incident);
      if (field) {
        const path = field === 'versions' ? 'toVersion' : field;
        return { outcome: 'refused', code: 'invalid-request', errors: [{ path, code: 'not-allowed' }] };
      }
      const id = await writeIncident(transaction, incident, actor, now);
      return { number: `${id}`, answer: { id } };
    },
    { keys: INCIDENT_KEYS },
  );
}

/** Writes a valid incident with its event. @returns its id */
async function writeIncident(
  transaction: Store,
  incident: NewIncident,
  actor: string,
  now: Temporal.Instant,
): Promise<number> {
  const { kind, title, text, english, since, until, fromVersion, toVersion } = incident;
  const row = {
    kind,
    title,
    text,
    title_en: english?.title ?? null,
    text_en: english?.text ?? null,
    since: toInstantText(since),
    until: until && toInstantText(until),
    from_version: fromVersion,
    to_version: toVersion,
  };
  const id = await insertIncident(transaction, row);
  const at = toInstantText(now);
  const details = { notice: id, kind };
  await appendEvent(transaction, { at, actor, action: 'notice.added', incidentId: id, details });
  return id;
}

/** The first invalid field, or null. */
function unfitField({
  english,
  ...incident
}: NewIncident): Extract<AddIncidentResult, { outcome: 'unfit' }>['field'] | null {
  for (const { title, text } of english ? [incident, english] : [incident]) {
    if (!noticeFields.title.safeParse(title).success) return 'title';
    if (!noticeFields.text.safeParse(text).success) return 'text';
  }
  const { since, until, fromVersion, toVersion } = incident;
  if (until && Temporal.Instant.compare(until, since) <= 0) return 'until';
  return fromVersion && toVersion && isBehind(toVersion, fromVersion) ? 'versions' : null;
}
