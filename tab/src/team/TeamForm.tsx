import { Button, Field } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import { useState, type FormEvent } from 'react';
import { Choices } from '../parts/Choices';
import { Card, Section } from '../parts/Section';
import { Terms } from '../parts/Terms';
import air from '../parts/air.module.css';
import { fillShape, IntroductionField } from '../screens/IntroductionField';
import { FormFields, TimeFields } from '../screens/ShapeFields';
import { shortName } from '../words/labels';
import { useWords } from '../words/useWords';
import { ledWith } from './sendPlan';
import { TeamList } from './TeamList';
import { TeamWhom } from './TeamWhom';
import type { Team } from './useTeam';

interface Props {
  readonly team: Team;
  readonly seats: readonly Seat[];
  readonly onOpen: (seriesId: string) => void;
  readonly onCancel: () => void;
}

/** Whom with, one introduction and one shape for all, and a list of what each will get. */
export function TeamForm({ team, seats, onOpen, onCancel }: Props) {
  const words = useWords();
  const { t } = words;
  const { plan, change } = team;
  const [missing, setMissing] = useState(false);
  const { people, shape } = plan;
  const count = people.filter(({ person }) => !ledWith(seats, person.oid)).length;
  const first = people[0] ? shortName(people[0].person.name) : null;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(count === 0);
    if (count > 0) void team.send();
  };

  return (
    <form className={air['sections']} onSubmit={onSubmit} noValidate>
      <TeamWhom team={team} missing={missing && count === 0} />
      <TimeFields
        shape={shape}
        onChange={(part) => change({ shape: { ...plan.shape, ...part } })}
      />
      <IntroductionField
        name={first}
        hint={t('team.introductionReads')}
        value={plan.introduction}
        filled={fillShape(words, plan.introduction, shape.rhythm, shape.minutes)}
        problem={undefined}
        onChange={(introduction) => change({ introduction })}
      />
      <FormFields
        shape={shape}
        onChange={(part) => change({ shape: { ...plan.shape, ...part } })}
      />
      <Section title={t('terms.title')}>
        <Card>
          <Terms reader="manager" report={null} labels={shape.labels} />
          <Field label={t('terms.yourAnswer')} hint={t('team.untilBoth')}>
            <Choices
              layout="column"
              value={plan.agree ? 'agree' : 'later'}
              options={[
                { value: 'agree', label: t('terms.agree') },
                { value: 'later', label: t('terms.later') },
              ]}
              onChange={(value) => change({ agree: value === 'agree' })}
            />
          </Field>
        </Card>
      </Section>
      {people.length > 0 ? (
        <Section title={t('team.listTitle')}>
          <TeamList team={team} seats={seats} onOpen={onOpen} />
        </Section>
      ) : null}
      <div className={air['buttons']}>
        <Button type="submit" appearance="primary" size="large">
          {count > 0 ? t('team.send', { count }) : t('team.sendNone')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
