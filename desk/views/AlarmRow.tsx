import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { Alarm } from '../models/alarms-model.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import type { PageName } from '../pages/page-names.ts';
import { momentInShort } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { alarmWords } from './alarm-words.ts';
import { afterDrawing, focusIfLost } from './focus.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';

/** The page that helps with what is about no shop. */
const PAGE_OF: Partial<Record<Alarm['kind'], PageName>> = {
  'unknown-pairs': 'blocks',
  'failed-sign-ins': 'factors',
};

const ROW = 'alarms';

/** Above every page: what nobody acknowledged yet. Several alarms are one row that opens; `Announcements` says new ones. */
export function AlarmRow({ model }: { model: DeskModel }): JSX.Element | null {
  const w = words.value;
  const alarms = model.alarms.alarms.value;
  const isOpen = useSignal(false);
  const id = useId();
  const [newest, ...others] = alarms;
  if (!newest) return null;
  return (
    <section id={ROW} class="alarms" aria-label={w.alarms}>
      {others.length === 0 ? (
        <AlarmItem alarm={newest} model={model} />
      ) : (
        <>
          <button
            type="button"
            class="alarm-fold"
            aria-expanded={isOpen.value}
            aria-controls={id}
            onClick={() => {
              isOpen.value = !isOpen.peek();
            }}
          >
            <Icon of="warn" />
            <strong>{w.alarmCount(alarms.length)}</strong>
            <span class="alarm-newest">
              {w.alarmLast} {momentInShort(newest.last, model.now.value, w.locale)} – {alarmWords(newest)}
            </span>
            <Icon of="down" />
          </button>
          <ul id={id} hidden={!isOpen.value}>
            {alarms.map((alarm) => (
              <li key={alarm.key}>
                <AlarmItem alarm={alarm} model={model} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AlarmItem({ alarm, model }: { alarm: Alarm; model: DeskModel }): JSX.Element {
  const w = words.value;
  const { kind, shop, ids, since, last } = alarm;
  const what = alarmWords(alarm);
  const [first, newest] = [since, last].map((moment) => momentInShort(moment, model.now.value, w.locale));
  const page = PAGE_OF[kind];
  async function acknowledge(): Promise<void> {
    await model.alarms.acknowledge(alarm);
    // The button that was pressed is gone.
    const next = () => document.getElementById(ROW)?.querySelector('button');
    afterDrawing(() => focusIfLost(next() ?? document.getElementById(FOCUS_TARGETS.main)));
  }
  return (
    <div class="alarm">
      <Icon of="warn" />
      <p class="alarm-words">
        <strong>
          {what}, {ids.length === 1 ? w.alarmAt(newest ?? '') : w.alarmSince(first ?? '', newest ?? '', ids.length)}.
        </strong>{' '}
        {label(w.alarmAdvice, kind, '')}
      </p>
      <p class="alarm-ways">
        {shop && (
          <>
            <button type="button" onClick={() => model.queueOf(shop)}>
              {w.alarmTickets}
            </button>
            <button
              type="button"
              onClick={() => {
                model.blocking.value = [shop];
              }}
            >
              {w.block}
            </button>
          </>
        )}
        {page && <a href={routeAddress({ page })}>{w.pages[page]}</a>}
        <button type="button" aria-label={w.alarmSeenOf(what)} onClick={acknowledge}>
          {w.alarmSeen}
        </button>
        <span role="status">{model.alarms.failed.value === alarm.key && w.alarmNotSeen}</span>
      </p>
    </div>
  );
}
