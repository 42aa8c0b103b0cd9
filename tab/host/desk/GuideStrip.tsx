import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Hidden } from '../parts/Hidden';
import { Icon } from '../parts/icons';
import { text } from '../text';
import { isDone, type GuideStep } from './guide';

const useStyles = makeStyles({
  strip: { display: 'flex', gap: '8px', padding: '0 12px 8px', alignItems: 'stretch' },
  steps: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    flex: 1,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
    gap: '8px',
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr auto',
    columnGap: '10px',
    rowGap: '2px',
    alignContent: 'start',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  current: { border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: tokens.shadow4 },
  number: {
    gridRow: '1 / 4',
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  numberDone: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '24px' },
  words: {
    gridColumn: '2 / 4',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  parts: {
    gridColumn: '2 / 4',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    listStyleType: 'none',
    margin: '4px 0 0',
    padding: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  part: { display: 'flex', alignItems: 'center', gap: '4px' },
  partDone: { color: tokens.colorBrandForeground1 },
  open: {
    width: '10px',
    height: '10px',
    margin: '2px',
    borderRadius: '50%',
    boxSizing: 'border-box',
    border: `1.5px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** The story in steps that tick themselves off. */
export function GuideStrip(props: {
  readonly steps: readonly GuideStep[];
  readonly marks: readonly string[];
  readonly show: (step: GuideStep) => void;
  readonly dismiss: () => void;
}) {
  const styles = useStyles();
  const { marks, steps } = props;
  const finished = (step: GuideStep) => step.parts.every((part) => isDone(part, marks));
  const current = steps.find((step) => !finished(step));
  return (
    <section className={styles.strip} aria-label={text.guideTitle}>
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const done = finished(step);
          return (
            <li
              key={step.id}
              className={mergeClasses(styles.step, step === current && styles.current)}
              aria-current={step === current ? 'step' : undefined}
            >
              <span className={mergeClasses(styles.number, done && styles.numberDone)}>
                {done ? <Icon name="check" size={14} /> : index + 1}
                {done && <Hidden>{text.stepDone}</Hidden>}
              </span>
              <h2 className={styles.title}>{step.title}</h2>
              <Button
                size="small"
                appearance={step === current ? 'primary' : 'secondary'}
                aria-label={`${text.showMe}: ${step.title}`}
                onClick={() => props.show(step)}
              >
                {text.showMe}
              </Button>
              <p className={styles.words}>{step.words}</p>
              <ul className={styles.parts}>
                {step.parts.map((part) => {
                  const ticked = isDone(part, marks);
                  return (
                    <li
                      key={part.label}
                      className={mergeClasses(styles.part, ticked && styles.partDone)}
                    >
                      {ticked ? <Icon name="check" size={14} /> : <span className={styles.open} />}
                      {part.label}
                      <Hidden>{ticked ? text.stepDone : text.stepOpen}</Hidden>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
      <Button
        aria-label={text.dismissGuide}
        title={text.dismissGuide}
        appearance="subtle"
        size="small"
        icon={<Icon name="close" size={16} />}
        onClick={props.dismiss}
      />
    </section>
  );
}
