import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import { mentionsIn } from '../../src/contract/desk/mentions.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import { fold } from '../../src/contract/fold.ts';
import { words } from '../words/words.ts';
import { typeInto } from './TextArea.tsx';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** whom a note may name */
  agents: readonly AgentName[];
  edit: (text: string) => void;
}

/** What is being typed behind an @: where it stands, and the letters so far. */
interface Begun {
  start: number;
  typed: string;
}

/** How many names are offered. */
const MOST = 6;

const LIST = 'mentions';

/** Offers the names of colleagues behind an @ in a note, and says whom the note tells. */
export function MentionList({ field, text, agents, edit }: Props): JSX.Element {
  const { files: w } = words.value;
  const begun = useSignal<Begun | null>(null);
  const place = useSignal(0);
  const offered = begun.value ? agentsFor(begun.value.typed, agents) : [];
  const told = [...new Set(mentionsIn(text, agents).flatMap((mention) => mention.agents))];
  const chosen = Math.min(place.value, offered.length - 1);

  function look(): void {
    const at = field.current;
    const next = at && document.activeElement === at ? begunAt(at.value, at.selectionStart) : null;
    if (next?.start !== begun.peek()?.start) place.value = 0;
    begun.value = next;
  }

  function take(agent: AgentName | undefined): void {
    const now = begun.peek();
    if (!agent || !now || !field.current) return;
    const { value, selectionStart } = field.current;
    const before = `${value.slice(0, now.start)}@${agent.name} `;
    const all = before + value.slice(selectionStart).replace(/^ /, '');
    begun.value = null;
    typeInto(field.current, all, before.length);
    edit(all);
  }

  function press(event: KeyboardEvent): void {
    if (offered.length === 0 || event.ctrlKey) return;
    const key = pressedKey(event);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      place.value = (chosen + (key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length;
    } else if (key === 'Enter' || key === 'Tab') take(offered[chosen]);
    else if (key === 'Escape') begun.value = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  useEffect(() => {
    const at = field.current;
    at?.addEventListener('keydown', press);
    return () => at?.removeEventListener('keydown', press);
  });
  useEffect(() => {
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  useEffect(look, [text]);
  useEffect(() => {
    const at = field.current;
    if (offered.length > 0) at?.setAttribute('aria-activedescendant', `${LIST}-${chosen}`);
    return () => at?.removeAttribute('aria-activedescendant');
  }, [offered.length, chosen]);

  return (
    <div class="mentions">
      {offered.length > 0 && (
        <div id={LIST} role="listbox" tabIndex={-1} aria-label={w.colleagues}>
          {offered.map((agent, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the chosen one
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field
            <div
              key={agent.id}
              id={`${LIST}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(agent)}
            >
              {agent.name}
            </div>
          ))}
        </div>
      )}
      <p role="status" class="muted">
        {offered.length > 0
          ? w.offered(offered.length)
          : told.length > 0 &&
            w.tells(
              agents
                .filter(({ id }) => told.includes(id))
                .map(({ name }) => name)
                .join(', '),
            )}
      </p>
    </div>
  );
}

/** What stands before the cursor behind an @ that begins a word; null for nothing of the kind. */
function begunAt(text: string, cursor: number): Begun | null {
  const [all, typed = ''] =
    /(?<![\p{L}\p{N}])@([\p{L}-]{0,40}(?: [\p{L}-]{0,40})?)$/u.exec(text.slice(Math.max(0, cursor - 90), cursor)) ?? [];
  return all === undefined ? null : { start: cursor - all.length, typed };
}

/** Those one of whose names begins so; none once a name is whole. */
function agentsFor(typed: string, agents: readonly AgentName[]): AgentName[] {
  const wanted = fold(typed);
  if (agents.some(({ name }) => fold(name) === wanted)) return [];
  const fits = ({ name }: AgentName) => fold(name).startsWith(wanted) || fold(name).includes(` ${wanted}`);
  return agents.filter(fits).slice(0, MOST);
}
