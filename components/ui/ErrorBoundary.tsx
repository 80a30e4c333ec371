import { Component, type ErrorInfo, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button.tsx';
import { ErrorState } from './ErrorState.tsx';

/** Keeps one part's failure to that part, and lets it be tried again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('Countersign could not show this:', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <ErrorState title={i18n.t('common.brokenTitle')} text={i18n.t('common.brokenText')}>
        <Button onClick={() => this.setState({ failed: false })}>{i18n.t('common.retry')}</Button>
      </ErrorState>
    );
  }
}
