/** A picture whose left half is red and whose right half is blue, as a file of the given type. */
export async function aPicture(width: number, height: number, type = 'image/png', name = 'obraz.png'): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'rgb(255,0,0)';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'rgb(0,0,255)';
  context.fillRect(width / 2, 0, width / 2, height);
  return new File([await canvas.convertToBlob({ type })], name, { type });
}

/** What a camera writes beside the picture: that it was held turned to the right, and a place. */
export async function aPhoto(width: number, height: number): Promise<File> {
  const plain = new Uint8Array(await (await aPicture(width, height, 'image/jpeg')).arrayBuffer());
  const text = (words: string) => [...new TextEncoder().encode(words)];
  const orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  const exif = [...text('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1, ...orientation, 0, 0, 0, 0, ...text('52.2297N 21.0122E')];
  const segment = [0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255, ...exif];
  const bytes = new Uint8Array([...plain.subarray(0, 2), ...segment, ...plain.subarray(2)]);
  return new File([bytes], 'IMG_0001.jpeg', { type: 'image/jpeg' });
}

/** Size of a picture, and its colour at a place given as parts of its width and height. */
export async function look(blob: Blob, [x, y]: readonly [number, number]) {
  const picture = await createImageBitmap(blob, { imageOrientation: 'none' });
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(picture, 0, 0);
  const data = context?.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data ?? [];
  return { width, height, colour: [...data].slice(0, 3) };
}
