import type { SectionProps } from './sectionProps';
import { Notice } from '../parts/Notice';
import { Terms } from '../parts/Terms';
import { useWords } from '../words/useWords';
import { TermsAnswer } from './TermsAnswer';

/** Newer terms than somebody answered: said once, outside a meeting, with what is different (PRACTICE C6, A9). */
export function NewTerms({ view, name, onChanged }: SectionProps) {
  const { t } = useWords();
  return (
    <Notice actions={<TermsAnswer view={view} onChanged={onChanged} />}>
      <p>{t(view.terms.inForce === null ? 'agreement.asked' : 'agreement.newer')}</p>
      <Terms
        reader={view.me}
        report={view.me === 'manager' ? name : null}
        labels={view.labels}
        version={view.terms.newest}
      />
    </Notice>
  );
}
