import { findLauncher } from '../host-page/launcher.ts';

/** How each entry that was hidden was shown before. */
const shownAs = new WeakMap<HTMLElement, [value: string, priority: string]>();

/** Hides the entry of this page, or shows it again; the drawer stays as it is. */
export function showLauncher(selector: string, isShown: boolean): void {
  const launcher = findLauncher(selector);
  if (!launcher) return;
  const { style } = launcher;
  const before = shownAs.get(launcher);
  if (isShown && before) {
    style.setProperty('display', ...before);
    shownAs.delete(launcher);
  } else if (!isShown && !before) {
    shownAs.set(launcher, [style.getPropertyValue('display'), style.getPropertyPriority('display')]);
    style.setProperty('display', 'none', 'important');
  }
}
