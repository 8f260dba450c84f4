/** A key listener of a form that sends on Ctrl+Enter (⌘ Enter on a Mac) from any field. */
export function onCtrlEnter(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
