import type { CardView } from '@tongcheng/shared/cards/api';
import { unusualIn } from '@tongcheng/shared/cards/card-number';
import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { noteBoundCards } from '../../client/session-record';
import { useTypedLoss } from '../../client/typed-loss';
import { useMutation } from '../../client/use-mutation';
import { cardTexts } from './texts/card-texts';

const minLength = 4;

/** Words with what stands in their places. */
interface UnusualText {
  readonly words: Text;
  readonly slots: Readonly<Record<string, string | number>>;
}

/** The issuer's reason where it gave one; the desk stands in each, because a number can be right and look wrong (B-02). */
const reasons: Readonly<Record<string, Text>> = {
  shape: cardTexts.refusedShape,
  blocked: cardTexts.refusedBlocked,
};

/** Of which medium one card is bound already (B-01). */
const mediumLimits: Readonly<Record<string, Text>> = {
  physical: cardTexts.limitPhysical,
  phone: cardTexts.limitPhone,
  app: cardTexts.limitApp,
  ticket: cardTexts.limitTicket,
};

function troubleOf({ code, details, zh, en }: ArrivedFailure<string>): Text {
  if (code === 'card-medium-limit') return mediumLimits[String(details?.medium)] ?? { zh, en };
  const reason = code === 'card-refused' ? reasons[String(details?.reason)] : undefined;
  return reason ?? { zh, en };
}

/** What is unusual about a number, for its rider to compare; undefined when nothing is. */
function unusualText(chosen: CardKind, number: string): UnusualText | undefined {
  const { usualLengths = [], usualStart = '' } = chosen;
  switch (unusualIn(chosen, number)) {
    case 'length':
      return { words: cardTexts.unusualLength, slots: { usual: usualLengths.join(' / '), typed: number.length } };
    case 'start':
      return { words: cardTexts.unusualStart, slots: { usual: usualStart } };
    case undefined:
      return undefined;
  }
}

/** For whom a card is bound, and in whose place. */
export interface BoundFor {
  readonly memberId?: string;
  /** A card of theirs that was renewed. */
  readonly replaces?: string;
}

/** A bound card, and when gates know of it. */
export type BoundView = CardView & { readonly gatesKnowMinutes?: number };

/** One card's number on its way to the issuer, for the rider or a member of their family; counted by the kinds of the city. */
export function useBindCard(city: string, chosen: CardKind, whose: BoundFor, onBound: (card: BoundView) => void) {
  const { memberId, replaces } = whose;
  const { busy, failure, send } = useMutation();
  const { records } = usePhone();
  const [number, setNumber] = useState('');
  const [left, setLeft] = useState(false);
  const isLost = useTypedLoss('card', number !== '');
  const tidy = plainCode(number);
  const isShort = tidy.length < minLength;
  const unusual = unusualText(chosen, tidy);
  const [asked, setAsked] = useState<string>();
  const isToConfirm = unusual !== undefined && asked === tidy;
  const bind = async () => {
    setLeft(true);
    if (isShort) return;
    if (unusual && !isToConfirm) return setAsked(tidy);
    const card = { kind: chosen.kind, number: tidy, city, ...whose };
    const answer = await send((rider) => rider.call('cards.bind-card', card));
    if (!answer.ok) return;
    if (memberId === undefined && replaces === undefined) noteBoundCards(records, (before) => before + 1);
    onBound(answer.value);
  };
  const type = (typed: string) => {
    setLeft(false);
    setNumber(typed);
  };
  const refusal = left && isShort ? cardTexts.tooShort : undefined;
  const trouble = failure && troubleOf(failure);
  const doubt = isToConfirm ? unusual : undefined;
  return { number, setNumber: type, isLost, refusal, doubt, busy, trouble, leave: () => setLeft(number !== ''), bind };
}
