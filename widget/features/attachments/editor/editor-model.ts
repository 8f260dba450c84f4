import { computed, signal } from '@preact/signals';
import { createModel } from '../../../create-model.ts';
import { moved, resized, type Shape, type Size, settled, type Tool } from './shape.ts';

/** A step of the undo history. Repeated keys that move one mark are a single step. */
interface Step {
  shapes: readonly Shape[];
  doing: string;
}

/** A screenshot of a desk on a phone is then seen about as large as it is. */
const MOST_ZOOM = 5;

/** The marks on one picture, with their undo history. */
export const EditorModel = createModel((picture: Size) => {
  const steps = signal<Step[]>([{ shapes: [], doing: '' }]);
  const at = signal(0);
  const tool = signal<Tool>('hide');
  /** the index of the mark that keys and buttons act on; -1 for none */
  const selected = signal(-1);
  const shapes = computed(() => steps.value[at.value]?.shapes ?? []);
  /** how much larger than fitted into its frame the picture is shown */
  const zoom = signal(1);

  function commit(next: readonly Shape[], doing = ''): void {
    const isGoingOn = doing !== '' && steps.peek()[at.peek()]?.doing === doing;
    steps.value = [...steps.peek().slice(0, at.peek() + (isGoingOn ? 0 : 1)), { shapes: next, doing }];
    at.value = steps.peek().length - 1;
  }

  function change(index: number, shape: Shape, doing: string): void {
    commit(
      shapes.peek().map((other, i) => (i === index ? shape : other)),
      doing,
    );
  }

  function add(shape: Shape): number {
    const kept = settled(shape, picture);
    if (!kept) return -1;
    // There is only one crop: a new one replaces the old.
    const others = kept.tool === 'crop' ? shapes.peek().filter((other) => other.tool !== 'crop') : shapes.peek();
    commit([...others, kept]);
    selected.value = others.length;
    return others.length;
  }

  function go(to: number): void {
    if (to < 0 || to >= steps.peek().length) return;
    at.value = to;
    selected.value = Math.min(selected.peek(), shapes.peek().length - 1);
  }

  return {
    shapes,
    tool,
    selected,
    zoom,
    enlarge(factor: number) {
      zoom.value = Math.min(MOST_ZOOM, Math.max(1, zoom.peek() * factor));
    },
    /** how many places are hidden */
    hidden: computed(() => shapes.value.filter(({ tool }) => tool === 'hide').length),
    canUndo: computed(() => at.value > 0),
    canRedo: computed(() => at.value < steps.value.length - 1),
    undo: () => go(at.peek() - 1),
    redo: () => go(at.peek() + 1),

    /** Adds a mark drawn by hand. @returns its index; -1 when it is too small */
    add,
    /** Adds a mark of the current tool in the middle, to be moved by keys. @returns its index */
    addInMiddle() {
      const [width, height] = [picture.width / 4, picture.height / 8];
      const middle = { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
      return add({ tool: tool.peek(), ...middle });
    },
    move(index: number, dx: number, dy: number) {
      const shape = shapes.peek()[index];
      if (shape) change(index, moved(shape, dx, dy, picture), `move ${index}`);
    },
    resize(index: number, dx: number, dy: number) {
      const shape = shapes.peek()[index];
      if (shape) change(index, resized(shape, dx, dy, picture), `resize ${index}`);
    },
    /** Sets a mark after a drag: one step, however long the drag was. */
    replace(index: number, shape: Shape) {
      const kept = settled(shape, picture);
      if (kept) change(index, kept, '');
    },
    remove(index: number) {
      commit(shapes.peek().filter((_, i) => i !== index));
      selected.value = Math.min(index, shapes.peek().length - 1);
    },
  };
});

export type EditorModel = InstanceType<typeof EditorModel>;
