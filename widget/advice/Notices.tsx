import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { hasFlag, setFlag } from '../host-page/flags.ts';
import type { PanelModel } from '../models/panel-model.ts';
import { adviceWords as words } from '../words/pl/advice.ts';
import { momentInWords } from '../words/pl/dates.ts';
import { bind } from '../words/pl/panel.ts';

const LOOKS: Record<string, string> = { incident: 'notice warn', advisory: 'notice bad' };

/** Ids of notices that were hidden on this page; later pages know them by their flags. */
const hidden = signal<string[]>([]);

/** What the vendor tells the shops now: fresh, since what was kept may be over. */
export function Notices({ model }: { model: PanelModel }): JSX.Element {
  const { last, isFresh } = model.shop.standing.value;
  const told =
    (isFresh && last?.status.notices.filter(({ id }) => !hidden.value.includes(id) && !hasFlag('hidden', id))) || [];
  return (
    <div role="status" class={told[0] ? 'form' : 'unseen'}>
      {told.map(({ id, kind, title, text, since }) => (
        <div class={LOOKS[kind] ?? 'notice'} key={id}>
          <strong>{bind(title)}</strong>
          <p class="letter">{bind(text)}</p>
          {kind === 'incident' && <p>{`${words.since} ${momentInWords(since)}`}</p>}
          <button
            type="button"
            class="link"
            aria-label={`${words.hide}: ${title}`}
            onClick={({ currentTarget: { form } }) => {
              setFlag('hidden', id, true);
              hidden.value = [...hidden.value, id];
              (form?.elements.namedItem('topic') as HTMLElement | null)?.focus();
            }}
          >
            {words.hide}
          </button>
        </div>
      ))}
    </div>
  );
}
