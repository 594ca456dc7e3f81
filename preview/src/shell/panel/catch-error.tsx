import { Component, type ReactNode } from 'react';

import { PanelMessage } from './panel-message.tsx';

interface CatchErrorProps {
  readonly onError: (message: string) => void;
  readonly children: ReactNode;
}

/** A panel that cannot be drawn says so, and leaves the others alone. */
export class CatchError extends Component<CatchErrorProps, { readonly message?: string }> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    this.props.onError(this.state.message ?? '');
  }

  /** Other data may be drawn again. */
  override componentDidUpdate(before: CatchErrorProps): void {
    if (this.state.message === undefined) return;
    if (before.children === this.props.children) this.props.onError(this.state.message);
    else this.setState({ message: undefined as never });
  }

  override render() {
    const { message } = this.state;
    return message === undefined ? this.props.children : <PanelMessage text={message} isError />;
  }
}
