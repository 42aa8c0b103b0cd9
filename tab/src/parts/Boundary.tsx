import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { WordsContext } from '../words/useWords';
import styles from './Page.module.css';

/** When a screen breaks: a sentence instead of an empty page. */
export class Boundary extends Component<{ readonly children: ReactNode }, { broken: boolean }> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken || !this.context) return this.props.children;
    // A screen that is fetched when it is wanted breaks without a connection.
    const why = navigator.onLine ? 'problem.unexpected' : 'problem.unreachable';
    return (
      <main className={styles['page']}>
        <h1 className={styles['title']}>{this.context.t('failed.title')}</h1>
        <p>{this.context.t(why)}</p>
        <div>
          <Button onClick={() => location.reload()}>{this.context.t('retry')}</Button>
        </div>
      </main>
    );
  }
}
