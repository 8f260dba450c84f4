import { effect, useComputed, useSignal } from '@preact/signals';
import type { JSX, TargetedPointerEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { editorWords as words } from '#words/editor.ts';
import { host } from '../../../../browser/host.ts';
import { cropOf, drawShapes, thicknessFor } from './draw-shapes.ts';
import type { EditorModel } from './editor-model.ts';
import { areaOf, isOn, moved, resized, type Shape } from './shape.ts';

/** The distance within which a press hits a mark or its corner, in CSS pixels: half a finger. */
const REACH_PX = 14;

/** Two taps within this time are one double tap, in milliseconds. */
const DOUBLE_TAP_MS = 300;

/** What a double tap enlarges by. */
const TAP_ZOOM = 2.5;

/** The most pixels that a canvas has on every phone. */
const MOST_PIXELS = 16e6;

/** The drag in progress. */
interface Drag {
  /** the index of the dragged mark; -1 for a new one */
  index: number;
  doing: 'draw' | 'move' | 'resize';
  from: { x: number; y: number };
  /** the mark before the drag */
  start: Shape;
}

/** The picture with its marks, sharp on any screen; mouse, pen and finger draw, move and resize. */
export function EditorCanvas({ model, picture }: { model: EditorModel; picture: ImageBitmap }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const live = useSignal<{ index: number; shape: Shape } | null>(null);
  const drag = useRef<Drag | null>(null);
  /** CSS pixels per pixel of the picture, fitted into its frame */
  const fitted = useSignal(1);
  const scale = useComputed(() => fitted.value * model.zoom.value);
  /** the fingers on the picture, by their ids */
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const lastTap = useRef(0);

  useEffect(() => {
    const frame = canvas.current?.parentElement;
    if (!frame) return;
    const fitIn = () => {
      fitted.value = Math.min(1, frame.clientWidth / picture.width, frame.clientHeight / picture.height) || 1;
    };
    const observer = new host.ResizeObserver(fitIn);
    observer.observe(frame);
    fitIn();
    return () => observer.disconnect();
  }, []);

  useEffect(() => effect(draw), []);

  function draw(): void {
    const shapes = [...model.shapes.value];
    const drawn = live.value;
    if (drawn) shapes[drawn.index < 0 ? shapes.length : drawn.index] = drawn.shape;
    const selected = shapes[drawn && drawn.index < 0 ? shapes.length - 1 : model.selected.value];
    if (canvas.current) paint(canvas.current, picture, shapes, selected, scale.value);
  }

  function at(event: TargetedPointerEvent<HTMLCanvasElement>): { x: number; y: number } {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / scale.peek(), y: (event.clientY - box.top) / scale.peek() };
  }

  /** Enlarges by a factor and scrolls, so that what is under a point of the window stays there. */
  function enlarge(factor: number, at: { x: number; y: number }): void {
    const frame = canvas.current?.parentElement;
    if (!frame) return;
    const box = frame.getBoundingClientRect();
    const [x, y] = [at.x - box.left, at.y - box.top];
    const before = scale.peek();
    model.enlarge(factor);
    const grown = scale.peek() / before;
    frame.scrollLeft = (frame.scrollLeft + x) * grown - x;
    frame.scrollTop = (frame.scrollTop + y) * grown - y;
  }

  /** Two fingers enlarge and move the picture. */
  function pinch({ pointerId, clientX: x, clientY: y }: PointerEvent): void {
    const frame = canvas.current?.parentElement;
    const [own, other] = [fingers.current.get(pointerId), [...fingers.current].find(([id]) => id !== pointerId)?.[1]];
    fingers.current.set(pointerId, { x, y });
    if (!own || !other || !frame) return;
    frame.scrollLeft -= (x - own.x) / 2;
    frame.scrollTop -= (y - own.y) / 2;
    const middle = { x: (x + other.x) / 2, y: (y + other.y) / 2 };
    enlarge(Math.hypot(x - other.x, y - other.y) / Math.hypot(own.x - other.x, own.y - other.y) || 1, middle);
  }

  function press(event: TargetedPointerEvent<HTMLCanvasElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.current.size > 1) drop();
    if (!event.isPrimary) return;
    const from = at(event);
    const reach = (REACH_PX * (event.pointerType === 'touch' ? 1.5 : 1)) / scale.peek();
    const shapes = model.shapes.peek();
    const chosen = shapes[model.selected.peek()];
    const corner = chosen && { x: chosen.x + chosen.width, y: chosen.y + chosen.height };
    if (chosen && corner && Math.hypot(corner.x - from.x, corner.y - from.y) <= reach) {
      drag.current = { index: model.selected.peek(), doing: 'resize', from, start: chosen };
      return;
    }
    const index = shapes.findLastIndex((shape) => shape.tool !== 'crop' && isOn(shape, from, reach / 3));
    model.selected.value = index;
    const start = shapes[index] ?? { tool: model.tool.peek(), ...from, width: 0, height: 0 };
    drag.current = { index, doing: index < 0 ? 'draw' : 'move', from, start };
  }

  function follow(event: TargetedPointerEvent<HTMLCanvasElement>): void {
    if (fingers.current.has(event.pointerId)) {
      pinch(event);
      if (fingers.current.size > 1) return;
    }
    const now = drag.current;
    if (!now || !event.isPrimary) return;
    const to = at(event);
    const [dx, dy] = [to.x - now.from.x, to.y - now.from.y];
    const shape =
      now.doing === 'draw'
        ? { ...now.start, width: dx, height: dy }
        : (now.doing === 'move' ? moved : resized)(now.start, dx, dy, picture);
    live.value = { index: now.index, shape };
  }

  function release(event: TargetedPointerEvent<HTMLCanvasElement>): void {
    const isTouch = fingers.current.delete(event.pointerId);
    const shape = live.peek()?.shape;
    if (isTouch && drag.current && (!shape || Math.hypot(shape.width, shape.height) < 1)) {
      const isSecond = event.timeStamp - lastTap.current < DOUBLE_TAP_MS;
      lastTap.current = isSecond ? 0 : event.timeStamp;
      if (isSecond) enlarge(model.zoom.peek() > 1 ? 0 : TAP_ZOOM, { x: event.clientX, y: event.clientY });
    }
    const now = drag.current;
    live.value = null;
    drag.current = null;
    if (!shape || !now) return;
    if (now.index < 0) model.add(shape);
    else model.replace(now.index, shape);
  }

  function drop(): void {
    live.value = null;
    drag.current = null;
  }

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={words.picture}
      onPointerDown={press}
      onPointerMove={follow}
      onPointerUp={release}
      onPointerCancel={(event) => {
        fingers.current.delete(event.pointerId);
        drop();
      }}
    />
  );
}

function paint(
  canvas: HTMLCanvasElement,
  picture: ImageBitmap,
  shapes: readonly Shape[],
  selected: Shape | undefined,
  scale: number,
): void {
  const [width, height] = [picture.width * scale, picture.height * scale];
  const ratio = Math.min(host.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  if (!context) return;
  const zoom = scale * ratio;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  drawShapes(context, shapes, zoom, thicknessFor(picture));
  const crop = cropOf(shapes);
  if (crop) dim(context, crop, zoom);
  if (selected) outline(context, selected, zoom, ratio);
}

/** Dims the area that will be cut off. */
function dim(context: CanvasRenderingContext2D, shape: Shape, zoom: number): void {
  const { x, y, width, height } = areaOf(shape);
  context.fillStyle = '#000a';
  context.beginPath();
  context.rect(0, 0, context.canvas.width, context.canvas.height);
  context.rect(x * zoom, y * zoom, width * zoom, height * zoom);
  context.fill('evenodd');
}

/** Outlines the selected mark, and the corner to resize it. */
function outline(context: CanvasRenderingContext2D, shape: Shape, zoom: number, ratio: number): void {
  const { x, y, width, height } = areaOf(shape);
  for (const [colour, dash] of [
    ['#fff', 0],
    ['#0b57d0', 5],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = 2 * ratio;
    context.setLineDash([dash * ratio, dash * ratio]);
    context.strokeRect(x * zoom, y * zoom, width * zoom, height * zoom);
  }
  context.setLineDash([]);
  context.fillStyle = '#fff';
  context.strokeStyle = '#0b57d0';
  context.beginPath();
  context.arc((shape.x + shape.width) * zoom, (shape.y + shape.height) * zoom, 6 * ratio, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}
