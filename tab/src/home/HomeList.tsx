import { Field } from '@fluentui/react-components';
import type { Seat } from '@rapport/domain/series';
import { useEffect, useId, useMemo, useState } from 'react';
import { openDeviceStore } from '../client/deviceStore';
import { Choices } from '../parts/Choices';
import { Section } from '../parts/Section';
import text from '../parts/text.module.css';
import { useApp } from '../parts/useApp';
import { useLive } from '../parts/useLive';
import { useWords } from '../words/useWords';
import type { WordsKey } from '../words/words';
import { found, inOrder, type Order } from './arrange';
import { createBoard } from './board';
import styles from './home.module.css';
import { HomeRow } from './HomeRow';

/** More than fit on a screen: from here on a name is found faster by typing it. */
const FIND_FROM = 9;
const ORDER_FROM = 3;
const ORDER_KEY = 'home/order';

interface Props {
  readonly seats: readonly Seat[];
  /** As last seen: what each asks for now is not looked up, and that is said once, above. */
  readonly kept?: boolean;
  readonly onOpen: (seat: Seat) => void;
}

/** All 1:1s with what each asks for now, those one leads apart from one's own (PRACTICE D9). */
export default function HomeList({ seats, kept = false, onOpen }: Props) {
  const { t, locale } = useWords();
  const { host, client } = useApp();
  const device = useMemo(() => openDeviceStore(host.context.user), [host]);
  const board = useMemo(() => createBoard(client), [client]);
  const readings = useLive(board);
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<Order>(() =>
    device.read(ORDER_KEY) === 'date' ? 'date' : 'name',
  );
  const going = useMemo(() => seats.filter(({ state }) => state !== 'invited'), [seats]);
  // A date orders lines only when it is known of all of them; otherwise each is read when it is seen.
  useEffect(() => {
    if (order === 'date' && !kept) board.want(going.map(({ series }) => series));
  }, [board, going, kept, order]);

  const invited = inOrder(
    seats.filter(({ state }) => state === 'invited'),
    'name',
    readings,
    locale,
  );
  const shown = inOrder(found(going, wanted), order, readings, locale);
  const groups: readonly (readonly [WordsKey, readonly Seat[]])[] = [
    ['home.lead', shown.filter(({ role }) => role === 'manager')],
    ['home.mine', shown.filter(({ role }) => role === 'report')],
  ];
  const now = client.now();
  const lines = (title: WordsKey, members: readonly Seat[]) =>
    members.length === 0 ? null : (
      <Section key={title} title={t(title)}>
        <ul className={styles['list']}>
          {members.map((seat) => (
            <HomeRow
              key={seat.series}
              seat={seat}
              reading={readings.get(seat.series)}
              now={now}
              onSeen={() => {
                if (seat.state !== 'invited' && !kept) board.want([seat.series]);
              }}
              onOpen={() => onOpen(seat)}
            />
          ))}
        </ul>
      </Section>
    );
  return (
    <>
      {/* What waits for an answer comes first, whatever is looked for below. */}
      {lines('home.invitations', invited)}
      {going.length >= ORDER_FROM ? (
        <div className={styles['tools']}>
          {going.length >= FIND_FROM ? (
            <Find value={wanted} count={shown.length} onChange={setWanted} />
          ) : null}
          <Field label={t('home.order')} className={styles['order']}>
            <Choices
              value={order}
              options={[
                { value: 'name', label: t('home.byName') },
                { value: 'date', label: t('home.byDate') },
              ]}
              onChange={(next) => {
                setOrder(next);
                device.write(ORDER_KEY, next);
              }}
            />
          </Field>
        </div>
      ) : null}
      {groups.map(([title, members]) => lines(title, members))}
      {going.length > 0 && shown.length === 0 ? (
        <p className={text['quiet']}>{t('home.noMatch')}</p>
      ) : null}
    </>
  );
}

interface FindProps {
  readonly value: string;
  readonly count: number;
  readonly onChange: (value: string) => void;
}

function Find({ value, count, onChange }: FindProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles['find']}>
      <label htmlFor={id}>{t('home.find')}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span role="status" className={text['hidden']}>
        {value.trim() ? t('home.found', { count }) : null}
      </span>
    </div>
  );
}
