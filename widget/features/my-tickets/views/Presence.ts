import { Component } from 'preact';

interface Props {
  /** called after mounting; the returned function is called on unmounting */
  onMount?: () => (() => void) | undefined;
  /** called after each drawing, the first one too */
  onDrawn?: () => void;
}

/**
 * Draws nothing; reports mounting, drawing and unmounting. A class, because hooks would be in the file that every form
 * loads.
 */
export class Presence extends Component<Props> {
  #end: (() => void) | undefined;

  override componentDidMount(): void {
    this.#end = this.props.onMount?.();
    this.props.onDrawn?.();
  }

  override componentDidUpdate(): void {
    this.props.onDrawn?.();
  }

  override componentWillUnmount(): void {
    this.#end?.();
  }

  render(): null {
    return null;
  }
}
