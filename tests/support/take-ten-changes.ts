import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedChromium } from './chromium.ts';
import { type Demo, startDemo } from './demo.ts';
import { freePort } from './free-port.ts';
import { type Band, CHANGES, type Change } from './ten-changes.ts';

/**
 * `node tests/support/take-ten-changes.ts BEFORE [01,02…]`, after a build: each of the ten changes as one picture, before and
 * after, into docs/pictures/ten-changes. BEFORE is a folder of pictures that an earlier commit gave, named as those of
 * `takeChange`: of a commit whose words and presses were others, so it had a script of its own.
 */
const FOLDER = 'docs/pictures/ten-changes';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];
const LOOKS = ['light', 'dark'] as const;
/** How much of a wide window stands beside the drawer and in it, in px from its right edge. */
const BESIDE = 490;
/** How large a picture may be, in bytes. */
const LARGEST = 120_000;
/** How much smaller than on the screen it is. */
const SCALE = 0.85;

/** The drawer is as dark as the panel that it is in, and the demo's panels are light: this one gets a switch. */
const NIGHT = `html[data-night] {
  --ink: #e4ebed; --muted: #a8b6bb; --line: #33424a; --paper: #1b2529; --ground: #12191c; --accent: #7cc3d3; --accent-soft: #23343a;
}
html[data-night] .bar { background: #0f3a47; }`;

type Shot = { name: string; png: Buffer };

/** Pictures of one change in one size, named `NAME-WIDTH-LOOK-PART.png`. */
async function takeChange(demo: Demo, change: Change, viewport: (typeof SIZES)[number]): Promise<Shot[]> {
  const isPhone = viewport.width < 600;
  const phone = isPhone && { isMobile: true, hasTouch: true };
  const { page, end } = await demo.visit({ viewport, reducedMotion: 'reduce', ...phone });
  // No phone can capture its screen for a page.
  if (isPhone) await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  const shots: Shot[] = [];
  const width = isPhone || change.isWide ? viewport.width : BESIDE;
  await change.show(page, demo, async ([top, bottom]: Band = [0, viewport.height]) => {
    const part = shots.length / LOOKS.length + 1;
    await page.addStyleTag({ content: NIGHT });
    for (const look of LOOKS) {
      await page.emulateMedia({ colorScheme: look });
      await page.evaluate((isDark) => document.documentElement.toggleAttribute('data-night', isDark), look === 'dark');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const clip = { x: viewport.width - width, y: top, width, height: bottom - top };
      shots.push({
        name: `${change.name}-${viewport.width}-${look}-${part}.png`,
        png: await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }),
      });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => document.documentElement.removeAttribute('data-night'));
  });
  await end();
  return shots;
}

/** The pictures side by side, a row for each size and look, as one file. */
async function compose(change: Change, before: readonly Shot[], after: readonly Shot[]): Promise<Buffer> {
  const page = await (await sharedChromium()).newPage({ viewport: { width: 1100, height: 800 } });
  const sized = (shots: readonly Shot[], row: string) =>
    shots
      .filter(({ name }) => name.startsWith(`${change.name}-${row}-`))
      .map(({ png }) => `<img src="data:image/png;base64,${png.toString('base64')}">`)
      .join('');
  const rows = SIZES.flatMap(({ width }) =>
    LOOKS.map((look) => ({ row: `${width}-${look}`, says: `${width} px, ${look}` })),
  )
    .filter(({ row }) => sized(after, row))
    .map(({ row, says }) => `<b>${says}</b><div>${sized(before, row)}</div><div>${sized(after, row)}</div>`);
  await page.setContent(`<style>
    body { margin: 0; display: grid; grid-template-columns: 28px ${BESIDE}px ${BESIDE}px; gap: 8px; width: max-content; }
    body { background: #8b9396; padding-right: 8px; font: 600 15px/28px sans-serif; color: #111; text-align: center; }
    img { display: block; max-width: ${BESIDE}px; margin: 0 auto 6px; }
    b { writing-mode: vertical-rl; transform: rotate(180deg); }
  </style><i></i><span>Before</span><span>After</span>${rows.join('')}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const whole = await page.locator('body').screenshot();
  const webp = await page.evaluate(
    async ({ base64, largest, scale }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const canvas = new OffscreenCanvas(picture.width * scale, picture.height * scale);
      const context = canvas.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const encode = (quality: number) => canvas.convertToBlob({ type: 'image/webp', quality });
      let quality = 0.7;
      let blob = await encode(quality);
      while (blob.size > largest) {
        quality -= 0.05;
        blob = await encode(quality);
      }
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { base64: whole.toString('base64'), largest: LARGEST, scale: SCALE },
  );
  await page.close();
  return Buffer.from(webp, 'base64');
}

const [folder, only] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder of the pictures before');
const readBefore = ({ name }: Change) =>
  readdirSync(folder)
    .filter((file) => file.startsWith(name))
    .sort()
    .map((file) => ({ name: file, png: readFileSync(join(folder, file)) }));

mkdirSync(FOLDER, { recursive: true });
const demo = await startDemo(undefined, await freePort());
const known = await demo.store.selectFrom('shops').selectAll().execute();
for (const change of CHANGES.filter(({ name }) => !only || only.split(',').includes(name.slice(0, 2)))) {
  const before = readBefore(change);
  const after: Shot[] = [];
  for (const size of SIZES.filter(({ width }) => width !== 360 || change.isWide)) {
    after.push(...(await takeChange(demo, change, size)));
    for (const { id, support_number, purchased_on } of known)
      await demo.store.updateTable('shops').set({ support_number, purchased_on }).where('id', '=', id).execute();
    await demo.store.deleteFrom('senders').execute();
    await demo.store.updateTable('tickets').set({ customer_seen: 99 }).execute(); // the entry leads to the form again
  }
  writeFileSync(join(FOLDER, `${change.name}.webp`), await compose(change, before, after));
}
await demo.close();
await (await sharedChromium()).close();
