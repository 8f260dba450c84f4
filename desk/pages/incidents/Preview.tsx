import type { JSX } from 'preact';
import { instantInWarsaw } from '../../../browser/warsaw.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { IncidentDraft } from './incident-draft.ts';

const LOOKS: Record<string, string> = { incident: 'notice warn', advisory: 'notice bad' };

/** What shops will see of a draft, in each of its languages, and which shops. */
export function Preview({ draft, now }: { draft: IncidentDraft; now: number }): JSX.Element {
  const w = words.value.incidents;
  const { kind, title, text, englishTitle, englishText, fromVersion, toVersion } = draft;
  const since = momentInFull(instantInWarsaw(draft.since) ?? new Date(now).toISOString());
  const cards = [
    { language: 'pl', title, text },
    ...(englishTitle || englishText ? [{ language: 'en', title: englishTitle, text: englishText }] : []),
  ];
  return (
    <section class="panel preview" aria-labelledby="incident-preview">
      <h3 id="incident-preview">{w.form.preview}</h3>
      {!title && !text && <p class="muted">{w.form.nothingYet}</p>}
      {(title || text) &&
        cards.map((card) => (
          <div key={card.language} class={LOOKS[kind] ?? 'notice'} lang={card.language}>
            <strong dir="auto">{card.title}</strong>
            <p class="said" dir="auto">
              {card.text}
            </p>
            {kind === 'incident' && <p>{card.language === 'pl' ? `Od: ${since}` : `Since: ${since}`}</p>}
          </div>
        ))}
      <p class="muted">{w.form.audience(w.versions(fromVersion.trim() || null, toVersion.trim() || null))}</p>
    </section>
  );
}
