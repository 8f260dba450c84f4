import { Component } from 'preact';

interface Props {
  /** it came into the page; what it returns is called when it goes */
  onMount?: () => (() => void) | undefined;
  /** it was drawn, the first time too */
  onDrawn?: () => void;
}

/**
 * Draws nothing, and tells when what it stands in comes, was drawn and goes. A class, because the hooks for that would be
 * in the file that every form loads.
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
