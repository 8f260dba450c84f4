import type { ViewProps } from '../../panel.ts';

/** Handles a drop or paste anywhere in the drawer: files are attached to the draft, text is left alone. */
export function takeFiles({ panel, parts }: ViewProps): (event: DragEvent | ClipboardEvent) => void {
  return (event) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    // Text copied together with a picture of itself is text.
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
    event.preventDefault();
    const route = panel.route.peek();
    if (route) parts.myTickets.peek()?.addFiles(route, [...data.files]);
    else if (data.files[0]) attach([...data.files]);
  };

  async function attach(files: File[]): Promise<void> {
    (await parts.attachments.load())?.open(files);
  }
}
