// Keeps the window when a screen breaks: says so, and lets the user try again.
import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../widgets/button.tsx';
import { Empty } from '../widgets/notice.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** React knows error boundaries as classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Empty
        icon={Bug}
        title="This screen has a fault"
        action={<Button onClick={() => this.setState({ error: null })}>Show it again</Button>}
      >
        <p>Your run goes on and nothing is lost. What went wrong: {error.message}</p>
      </Empty>
    );
  }
}
