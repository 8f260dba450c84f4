import type { PanelDeps } from '../models/panel-model.ts';
import type { Room } from '../room.ts';

export type RoomDeps = Pick<PanelDeps, 'boot' | 'keeper' | 'announce'>;

/** Opens "Moje zgłoszenia" for one page of the panel. */
export function openRoom(_deps: RoomDeps): Room {
  return () => <p>…</p>;
}
