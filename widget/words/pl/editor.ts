import { areaOf, type Shape, type Size, type Tool } from '../../features/attachments/editor/shape.ts';

/** Texts of the picture editor, loaded with it. */
export const editorWords = {
  title: 'Obraz do zgłoszenia',
  hint: 'Przeciągnij po obrazie, aby zasłonić nazwiska, adresy i telefony. Zasłonięte piksele znikają z pliku.',
  add: 'Dodaj na środku',
  smaller: 'Pomniejsz',
  larger: 'Powiększ',
  undo: 'Cofnij',
  redo: 'Ponów',
  remove: 'Usuń zaznaczenie',
  done: 'Zapisz obraz',
  cancel: 'Anuluj',
  picture: 'Obraz z zaznaczeniami',
  marks: 'Zaznaczenia',
  keys: 'Strzałki przesuwają, Shift i strzałki zmieniają rozmiar, z Ctrl o piksel; Delete usuwa.',
  sure: 'Zaznaczenia nie są zapisane. Esc jeszcze raz je odrzuci.',
  removed: 'Usunięto zaznaczenie.',
};

export const toolWords: Record<Tool, [verb: string, noun: string]> = {
  hide: ['Zasłoń', 'Zasłonięcie'],
  arrow: ['Strzałka', 'Strzałka'],
  crop: ['Przytnij', 'Kadr'],
};

/** „Zasłonięcie 2”. */
export function markName(tool: Tool, place: number): string {
  return `${toolWords[tool][1]} ${place}`;
}

/** The position of a mark, for screen readers: „od lewej 10%, od góry 20%, szerokość 25%, wysokość 12%”. */
export function markPlace(shape: Shape, picture: Size): string {
  const { x, y, width, height } = areaOf(shape);
  const part = (length: number, whole: number) => `${Math.round((100 * length) / whole)}%`;
  return `od lewej ${part(x, picture.width)}, od góry ${part(y, picture.height)}, szerokość ${part(width, picture.width)}, wysokość ${part(height, picture.height)}`;
}
