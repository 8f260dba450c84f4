import type { PanelModel } from '../models/panel-model.ts';
import type { RareViews } from '../rare-views.ts';

/** The views that most people never see: to be drawn once they are here. Null when they could not be loaded. */
export function rareViews(model: PanelModel): RareViews | null | undefined {
  const rare = model.rare.value;
  if (!rare) model.loadRareViews();
  return rare;
}
