import { Component, type ReactNode } from 'react';
import { Failure } from './states';

interface State {
  error: Error | null;
}

/** What breaks on a page takes its content only: the way back and the tabs stay, and it can be tried again. */
export class Contained extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error) return <Failure error={error} onRetry={() => this.setState({ error: null })} />;
    return this.props.children;
  }
}
