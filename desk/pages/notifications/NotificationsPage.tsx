import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { serviceNow } from '../../../browser/service-clock.ts';
import { chime } from '../../told/chime.ts';
import { showNotification } from '../../told/speak.ts';
import {
  askPermission,
  notifyPermission,
  TOLD_KINDS,
  type ToldSettings,
  tellBy,
  toldSettings,
} from '../../told/told-settings.ts';
import { momentInShort } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';

const SOUNDS = ['none', 'outages', 'all'] as const satisfies readonly ToldSettings['sound'][];

/** How this machine tells its agent: what by a notification, with which sound, and whether out of hours. */
export function NotificationsPage(_: PageProps): JSX.Element {
  const w = words.value.notifications;
  const { kinds, sound, afterHours } = toldSettings.value;
  const permission = notifyPermission.value;
  const testedAt = useSignal<number | null>(null);
  function test(): void {
    const ticket = { number: '', subject: w.testSubject, shop: words.peek().product };
    showNotification({ kind: 'outage', ticket }, () => {});
    chime().catch(() => {}); // nothing that plays
    testedAt.value = serviceNow();
  }
  return (
    <section class="panel">
      <p class="muted">{w.more}</p>
      <p role="status" class={permission === 'granted' ? 'notice good' : 'notice warn'}>
        {w.states[permission]}
      </p>
      {permission === 'default' && (
        <p>
          <button type="button" class="primary" onClick={askPermission}>
            {w.turnOn}
          </button>
        </p>
      )}
      <table class="told-table">
        <tbody>
          {TOLD_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <strong id={`told-${kind}`}>{w.kinds[kind][0]}</strong>
                <small class="muted">{w.kinds[kind][1]}</small>
              </th>
              <td>
                <input
                  type="checkbox"
                  aria-labelledby={`told-${kind}`}
                  checked={kinds[kind]}
                  onChange={({ currentTarget }) => tellBy({ kinds: { ...kinds, [kind]: currentTarget.checked } })}
                />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <strong id="told-sound">{w.sound}</strong>
            </th>
            <td>
              <button type="button" class="plain" onClick={() => void chime().catch(() => {})}>
                {w.listen}
              </button>{' '}
              <select
                aria-labelledby="told-sound"
                value={sound}
                onChange={({ currentTarget }) =>
                  tellBy({ sound: SOUNDS.find((one) => one === currentTarget.value) ?? 'outages' })
                }
              >
                {SOUNDS.map((one) => (
                  <option key={one} value={one}>
                    {w.sounds[one]}
                  </option>
                ))}
              </select>
            </td>
          </tr>
          <tr>
            <th scope="row">
              <strong id="told-after-hours">{w.afterHours}</strong>
              <small class="muted">{w.afterHoursMore}</small>
            </th>
            <td>
              <input
                type="checkbox"
                aria-labelledby="told-after-hours"
                checked={afterHours}
                onChange={({ currentTarget }) => tellBy({ afterHours: currentTarget.checked })}
              />
            </td>
          </tr>
        </tbody>
      </table>
      <p class="row">
        <button
          type="button"
          aria-disabled={permission !== 'granted'}
          onClick={() => permission === 'granted' && test()}
        >
          {w.test}
        </button>
        <span role="status">
          {testedAt.value !== null &&
            w.tested(momentInShort(new Date(testedAt.value).toISOString(), testedAt.value, words.value.locale))}
        </span>
      </p>
    </section>
  );
}
