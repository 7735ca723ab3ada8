import type { CardView } from '@tongcheng/shared/cards/api';
import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import { plainCode } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { noteBoundCards } from '../../client/session-record';
import { useTypedLoss } from '../../client/typed-loss';
import { useMutation } from '../../client/use-mutation';
import { cardTexts } from './texts/card-texts';

const minLength = 4;

/** The issuer's reason where it gave one; the desk stands in each, because a number can be right and look wrong (B-02). */
const reasons: Readonly<Record<string, Text>> = {
  shape: cardTexts.refusedShape,
  blocked: cardTexts.refusedBlocked,
};

function troubleOf({ code, details, zh, en }: ArrivedFailure<string>): Text {
  const reason = code === 'card-refused' ? reasons[String(details?.reason)] : undefined;
  return reason ?? { zh, en };
}

/** One card's number on its way to the issuer, for the rider or a member of their family. */
export function useBindCard(kind: string, memberId: string | undefined, onBound: (card: CardView) => void) {
  const { busy, failure, send } = useMutation();
  const { records } = usePhone();
  const [number, setNumber] = useState('');
  const [left, setLeft] = useState(false);
  const isLost = useTypedLoss('card', number !== '');
  const tidy = plainCode(number);
  const isShort = tidy.length < minLength;
  const bind = async () => {
    setLeft(true);
    if (isShort) return;
    const card = { kind, number: tidy, ...(memberId !== undefined && { memberId }) };
    const answer = await send((rider) => rider.call('cards.bind-card', card));
    if (!answer.ok) return;
    if (memberId === undefined) noteBoundCards(records, (before) => before + 1);
    onBound(answer.value);
  };
  const type = (typed: string) => {
    setLeft(false);
    setNumber(typed);
  };
  const refusal = left && isShort ? cardTexts.tooShort : undefined;
  const trouble = failure && troubleOf(failure);
  return { number, setNumber: type, isLost, refusal, busy, trouble, leave: () => setLeft(number !== ''), bind };
}
