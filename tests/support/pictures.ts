import type { Page } from 'playwright';
import { type Demo, LETTER, openHelp, typeLetter } from './demo.ts';

/** A picture of one colour as the system's clipboard would hold it, and what that colour is. */
export const PASTED = { width: 800, height: 500, colour: [200, 30, 30] } as const;

/** Puts a picture into the clipboard of the browser, as PrtScn does. */
export async function copyPicture(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ({ width, height, colour }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = `rgb(${colour.join()})`;
    context?.fillRect(0, 0, width, height);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': canvas.convertToBlob() })]);
  }, PASTED);
}

/** Pastes such a picture into a field of the drawer, as a screenshot is pasted into a letter. */
export async function pastePicture(page: Page, label: string): Promise<void> {
  await copyPicture(page);
  await page.getByLabel(label, { exact: true }).press('ControlOrMeta+V');
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).waitFor();
}

/** Opens the help, types a letter and pastes a screenshot into it. */
export async function writeWithPicture(page: Page, letter = LETTER): Promise<void> {
  await openHelp(page);
  await typeLetter(page, letter);
  await pastePicture(page, 'Co się dzieje?');
}

/** Hides a part of the picture that was pasted, by mouse. */
export async function hidePart(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).click();
  await dragOver(page, from, to);
  await page.getByRole('button', { name: 'Zasłonięcie 1' }).waitFor();
  await page.getByRole('button', { name: 'Zapisz obraz' }).click();
  await page.getByText('Zapisano zmiany w obrazie').waitFor({ state: 'attached' });
}

export interface StoredFile {
  name: string;
  type: string;
  content: Buffer;
}

/** The files of a ticket as the service stores them, in their order. */
export async function storedFiles({ store }: Demo, number: string): Promise<StoredFile[]> {
  const uploads = await store
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select(['uploads.id', 'uploads.name', 'uploads.type'])
    .where('messages.ticket_number', '=', number)
    .orderBy('uploads.place')
    .execute();
  return Promise.all(
    uploads.map(async ({ id, name, type }) => {
      const parts = await store
        .selectFrom('upload_parts')
        .select('content')
        .where('upload_id', '=', id)
        .orderBy('part')
        .execute();
      return { name, type, content: Buffer.concat(parts.map(({ content }) => content)) };
    }),
  );
}

/** The size of a picture, and its colours at places given as parts of its width and height. */
export async function colours(
  page: Page,
  { content, type }: StoredFile,
  places: readonly (readonly [x: number, y: number])[],
): Promise<{ width: number; height: number; at: number[][] }> {
  return page.evaluate(
    async ({ base64, type, places }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type }));
      const { width, height } = picture;
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      context?.drawImage(picture, 0, 0);
      const at = places.map(([x, y]) => [
        ...(context?.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data ?? []),
      ]);
      return { width, height, at: at.map((colour) => colour.slice(0, 3)) };
    },
    { base64: content.toString('base64'), type, places },
  );
}

/** Drags over the picture that is being edited, between two places given as parts of its width and height. */
export async function dragOver(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await page.getByRole('img', { name: 'Obraz z zaznaczeniami' }).boundingBox();
  if (!box) throw new Error('no picture is being edited');
  await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 4 });
  await page.mouse.up();
}
