import { host } from '../../../browser/host.ts';
import { findLauncher } from '../../host-page/launcher.ts';

/** The former `display` of hidden entries. */
const shownAs = new WeakMap<HTMLElement, [value: string, priority: string]>();

/** Hides the page's entry, or shows it again; the drawer stays as it is. */
export function showLauncher(selector: string, isShown: boolean): void {
  const launcher = findLauncher(host.document, selector);
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
