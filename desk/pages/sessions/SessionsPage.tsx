import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskSessions } from '../../../src/contract/desk/sessions.ts';
import { rememberFocus } from '../../views/focus.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { momentInShort } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { createSessionsClient } from './sessions-client.ts';
import { SessionsModel } from './sessions-model.ts';

/** The agent's sessions with a button to end each, and the form for the password. */
export function SessionsPage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(
    () =>
      new SessionsModel({
        client: createSessionsClient(http),
        settle: desk.hold.settle,
        leave: () => location.reload(),
      }),
  );
  const now = desk.now.value;
  // The sessions are read again whenever relative times are updated.
  useEffect(() => void model.refresh(), [now]);
  const w = words.value.sessions;
  const sessions = model.sessions.value;
  async function end(id: string): Promise<void> {
    const isHere = rememberFocus();
    if ((await model.end(id)) && isHere()) document.getElementById('sessions-open')?.focus();
  }
  return (
    <div class="columns">
      <section class="panel" aria-labelledby="sessions-open">
        <h3 id="sessions-open" tabIndex={-1}>
          {w.sessions}
        </h3>
        <p class="muted">{w.sessionsMore}</p>
        {!sessions && !model.hasFailed.value && <p role="status">{words.value.loading}</p>}
        <ul>
          {sessions?.map((session) => (
            <Session key={session.id} session={session} now={now} end={() => end(session.id)} />
          ))}
        </ul>
        <div role="alert">
          {model.hasFailed.value &&
            (sessions ? <p class="notice warn">{w.failed}</p> : <NotLoaded text={w.notLoaded} again={model.refresh} />)}
        </div>
        <div class="row">
          <button type="button" aria-describedby="sessions-all" onClick={model.endAll}>
            {w.endAll}
          </button>
          <small id="sessions-all" class="muted">
            {w.endAllMore}
          </small>
          <span role="status">{model.ended.value && w.ended}</span>
        </div>
      </section>
      <PasswordForm model={model.password} email={desk.me.value.email} />
    </div>
  );
}

interface Props {
  session: DeskSessions[number];
  now: number;
  end: () => void;
}

function Session({ session: { label, begunAt, lastUsedAt, isThis }, now, end }: Props): JSX.Element {
  const w = words.value.sessions;
  const { locale } = words.value;
  const name = label ?? w.unknown;
  const begun = momentInShort(begunAt, now, locale);
  return (
    <li class="session row">
      <div class="session-words">
        <strong>{name}</strong> {isThis && <span class="pill">{w.thisOne}</span>}
        <p class="muted">
          {w.begun(begun)} · {w.used(momentInShort(lastUsedAt, now, locale))}
        </p>
      </div>
      {!isThis && (
        <button type="button" aria-label={w.endOne(name, begun)} onClick={end}>
          {w.end}
        </button>
      )}
    </li>
  );
}
