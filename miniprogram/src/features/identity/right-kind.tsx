import { rightKind } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { kindTexts, registerTexts } from './texts/register-texts';

interface RightKindProps {
  readonly kind: DocumentKind | undefined;
  readonly number: string;
  readonly onChoose: (kind: DocumentKind) => void;
}

/** Where a typed number belongs to another kind of document than the chosen one: that kind, one touch away. Nothing otherwise. */
export function RightKind({ kind, number, onChoose }: RightKindProps) {
  const say = useSay();
  const right = kind && rightKind(kind, number);
  if (right === undefined) return null;
  return (
    <Button id="right-kind" variant="plain" onPress={() => onChoose(right)}>
      {say(registerTexts.rightKind, { kind: say(kindTexts[right]) })}
    </Button>
  );
}
