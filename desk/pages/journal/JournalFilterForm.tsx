import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { AgentName } from '../../../src/contract/desk/queue-row.ts';
import {
  EVENT_ACTIONS,
  type EventAction,
  GUARD_EVENTS,
  INCIDENT_EVENTS,
  MAIL_EVENTS,
  READ_EVENTS,
  SETTINGS_EVENTS,
  TICKET_EVENTS,
} from '../../../src/contract/lists.ts';
import { words } from '../../words/words.ts';
import type { JournalFilters } from './journal-client.ts';
import type { JournalModel } from './journal-model.ts';
import { nameOf } from './sentence.ts';

type Group = keyof typeof words.value.journal.groups;

const isOf = (prefixes: readonly string[]) => (action: EventAction) =>
  prefixes.some((prefix) => action.startsWith(`${prefix}.`));

/** The kinds of events in groups: every kind is in one. */
const GROUPS: Record<Group, readonly EventAction[]> = {
  ticket: TICKET_EVENTS,
  read: READ_EVENTS,
  mail: MAIL_EVENTS,
  notice: INCIDENT_EVENTS,
  settings: SETTINGS_EVENTS,
  agent: EVENT_ACTIONS.filter(isOf(['agent'])),
  shop: EVENT_ACTIONS.filter(isOf(['shop', 'shops', 'shop-secret', 'package'])),
  guard: GUARD_EVENTS,
};

/** What the journal is narrowed to: it is read anew by “Pokaż”, or Enter in a field. */
export function JournalFilterForm({
  model,
  agents,
}: {
  model: JournalModel;
  agents: readonly AgentName[];
}): JSX.Element {
  const w = words.value.journal;
  const ticket = useRef<HTMLInputElement>(null);
  const filters = model.filters.value;
  const isWrong = model.isTicketWrong.value;
  const set = (change: Partial<JournalFilters>) => {
    model.filters.value = { ...model.filters.peek(), ...change };
  };
  return (
    <form
      class="panel journal-filters"
      noValidate
      aria-label={w.filters}
      onSubmit={async (event) => {
        event.preventDefault();
        await model.show();
        if (model.isTicketWrong.peek()) ticket.current?.focus();
      }}
    >
      <div class="field">
        <label for="journal-who">{w.who}</label>
        <select
          id="journal-who"
          value={filters.actor}
          onChange={({ currentTarget }) => set({ actor: currentTarget.value })}
        >
          <option value="">{w.everybody}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {Object.entries(words.value.actors).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="journal-what">{w.what}</label>
        <select
          id="journal-what"
          value={filters.action}
          onChange={({ currentTarget }) => set({ action: currentTarget.value })}
        >
          <option value="">{w.everything}</option>
          {Object.entries(GROUPS).map(([group, actions]) => (
            <optgroup key={group} label={w.groups[group as Group]}>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {nameOf(action)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="journal-ticket">{w.ticket}</label>
        <input
          ref={ticket}
          id="journal-ticket"
          inputMode="numeric"
          autocomplete="off"
          placeholder={w.ticketHint}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'journal-ticket-error' : undefined}
          value={filters.ticket}
          onInput={({ currentTarget }) => set({ ticket: currentTarget.value })}
        />
        {isWrong && (
          <span id="journal-ticket-error" class="error">
            {w.ticketWrong}
          </span>
        )}
      </div>
      <div class="field">
        <label for="journal-shop">{w.shop}</label>
        <input
          id="journal-shop"
          autocomplete="off"
          spellcheck={false}
          placeholder={w.shopHint}
          value={filters.shop}
          onInput={({ currentTarget }) => set({ shop: currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="journal-day">{w.day}</label>
        <input
          id="journal-day"
          type="date"
          value={filters.day}
          onInput={({ currentTarget }) => set({ day: currentTarget.value })}
        />
      </div>
      <div class="row">
        <button type="submit" class="primary">
          {w.show}
        </button>
        <button type="button" onClick={model.clear}>
          {w.clear}
        </button>
      </div>
    </form>
  );
}
