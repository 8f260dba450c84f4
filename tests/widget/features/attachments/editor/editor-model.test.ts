import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { EditorModel } from '../../../../../widget/features/attachments/editor/editor-model.ts';
import { flatten } from '../../../../../widget/features/attachments/editor/flatten.ts';
import { type Shape, settled } from '../../../../../widget/features/attachments/editor/shape.ts';
import { aPicture, look } from '../../../../support/widget-pictures.ts';

const PICTURE = { width: 1000, height: 500 };
const hide = (x: number, y: number, width: number, height: number): Shape => ({ tool: 'hide', x, y, width, height });

let model: EditorModel;
beforeEach(() => {
  model = new EditorModel(PICTURE);
});

describe('marks', () => {
  test('drawn from any corner cover the same', () => {
    model.add(hide(300, 200, -200, -100));
    expect(model.shapes.value).toEqual([hide(100, 100, 200, 100)]);
  });

  test('end at the edge of the picture', () => {
    model.add(hide(900, 400, 500, 500));
    expect(model.shapes.value).toEqual([hide(900, 400, 100, 100)]);
  });

  test('that are a slip of the hand are none', () => {
    expect(model.add(hide(10, 10, 300, 2))).toBe(-1);
    expect(model.shapes.value).toEqual([]);
    expect(model.canUndo.value).toBe(false);
  });

  test('of an arrow keep their direction', () => {
    model.add({ tool: 'arrow', x: 300, y: 200, width: -200, height: 0 });
    expect(model.shapes.value).toEqual([{ tool: 'arrow', x: 300, y: 200, width: -200, height: 0 }]);
  });

  test('of a crop take the place of the one before', () => {
    model.add({ ...hide(0, 0, 100, 100), tool: 'crop' });
    model.add(hide(0, 0, 50, 50));
    model.add({ ...hide(0, 0, 300, 300), tool: 'crop' });
    expect(model.shapes.value.map(({ tool, width }) => [tool, width])).toEqual([
      ['hide', 50],
      ['crop', 300],
    ]);
  });

  test('never leave the picture, whatever is done to them', () => {
    const step = fc.record({
      isMove: fc.boolean(),
      dx: fc.integer({ min: -900, max: 900 }),
      dy: fc.integer({ min: -900, max: 900 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('hide' as const, 'arrow' as const, 'crop' as const),
        fc.array(step),
        (tool, steps) => {
          const page = new EditorModel(PICTURE);
          page.tool.value = tool;
          page.addInMiddle();
          for (const { isMove, dx, dy } of steps) page[isMove ? 'move' : 'resize'](0, dx, dy);
          const [shape] = page.shapes.value;
          expect(shape && settled(shape, PICTURE)).toEqual(shape);
        },
      ),
    );
  });
});

describe('undo and redo', () => {
  test('go step by step, and a new mark ends what was to be redone', () => {
    model.add(hide(0, 0, 100, 100));
    model.add(hide(200, 0, 100, 100));
    model.undo();
    model.undo();
    expect([model.shapes.value, model.canUndo.value, model.canRedo.value]).toEqual([[], false, true]);
    model.redo();
    expect(model.shapes.value).toEqual([hide(0, 0, 100, 100)]);
    model.add(hide(400, 0, 100, 100));
    expect(model.canRedo.value).toBe(false);
    expect(model.shapes.value).toEqual([hide(0, 0, 100, 100), hide(400, 0, 100, 100)]);
  });

  test('take a row of keys on one mark as one step', () => {
    model.add(hide(0, 0, 100, 100));
    for (let presses = 0; presses < 5; presses++) model.move(0, 10, 0);
    model.resize(0, 10, 10);
    model.undo();
    expect(model.shapes.value).toEqual([hide(50, 0, 100, 100)]);
    model.undo();
    expect(model.shapes.value).toEqual([hide(0, 0, 100, 100)]);
  });
});

test('removing the mark that keys act on leaves them on the one before', () => {
  model.add(hide(0, 0, 100, 100));
  model.add(hide(200, 0, 100, 100));
  model.remove(1);
  expect([model.selected.value, model.shapes.value.length]).toEqual([0, 1]);
  model.remove(0);
  expect(model.selected.value).toBe(-1);
});

describe('the picture that is sent', () => {
  test('has nothing left under what was hidden, to the last pixel of its edge', async () => {
    const picture = await createImageBitmap(await aPicture(200, 100));
    const blob = await flatten(picture, [hide(0, 0, 50, 100)], 'image/png');
    for (const [x, colour] of [
      [0, 17],
      [0.245, 17],
      [0.25, 255],
    ] as const) {
      expect((await look(blob, [x, 0.5])).colour[0]).toBe(colour);
    }
  });

  test('is cut to the crop, hidden parts in place', async () => {
    const picture = await createImageBitmap(await aPicture(200, 100));
    const crop: Shape = { tool: 'crop', x: 100, y: 50, width: 100, height: 50 };
    const blob = await flatten(picture, [hide(100, 50, 50, 50), crop], 'image/png');
    expect(await look(blob, [0.25, 0.5])).toEqual({ width: 100, height: 50, colour: [17, 17, 17] });
    expect((await look(blob, [0.75, 0.5])).colour).toEqual([0, 0, 255]);
  });
});
