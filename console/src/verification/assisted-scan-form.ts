import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import type { AssistedScanInput, ShownProof } from '@tongcheng/shared/rides/assisted-scan';
import type { StatusColour } from '@tongcheng/shared/status-colours';
import type { Text } from '@tongcheng/shared/text';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import { plainCode, plainText } from '@tongcheng/shared/typed-text';
import { assistedScanTexts } from './assisted-scan-texts';

/** What somebody is registered by: a kind of document, or a card that they bound. */
export type IdentifyingMeans = DocumentKind | 'card';

/** The form as it stands. */
export interface AssistedScanForm {
  readonly means: IdentifyingMeans;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly proof: ShownProof | 'not-shown';
  /** Of what was shown; nothing is chosen beforehand, for green would let somebody in by a slip. */
  readonly colour: StatusColour | undefined;
  readonly party: number;
}

/** A form with nothing typed. */
export const emptyForm = (means: IdentifyingMeans): AssistedScanForm => ({
  means,
  number: '',
  name: '',
  phone: '',
  proof: 'not-shown',
  colour: undefined,
  party: 1,
});

/** What is wrong with the fields, each in words; without any the form may be sent. */
export type FormFaults = { readonly [field in 'number' | 'name' | 'phone' | 'colour']?: Text };

/** Checks a form by the rules that the server has too, so that staff see it at the field. */
export const faultsOf = (form: AssistedScanForm, now: Instant): FormFaults => {
  const { number, proof, colour } = form;
  if (plainText(number) === '') return { number: assistedScanTexts.numberMissing };
  const shown = proof !== 'not-shown' && colour === undefined ? { colour: assistedScanTexts.colourMissing } : {};
  return { ...holderFaults(form, now), ...shown };
};

function holderFaults({ means, number, name, phone }: AssistedScanForm, now: Instant): FormFaults {
  if (means === 'card') return {};
  const document = checkDocument(means, number, dayOf(now));
  const named = checkName(name);
  return {
    ...(document.valid ? {} : { number: refusalText(means, document.reason, number) }),
    ...(named.valid ? {} : { name: nameRefusalText(named) }),
    ...(plainText(phone) === '' || checkPhone(phone) !== undefined ? {} : { phone: assistedScanTexts.phoneWrong }),
  };
}

type AssistedScanFacts = Pick<AssistedScanInput, 'whom' | 'shown' | 'party'>;

/** The form as `rides.register-for` takes it; `isParty` where several may ride on one scan. */
export const assistedScanOf = (
  { means, number, name, phone, proof, colour, party }: AssistedScanForm,
  isParty: boolean,
): AssistedScanFacts => ({
  whom:
    means === 'card'
      ? { by: 'card', number: plainCode(number) }
      : {
          by: 'document',
          documentKind: means,
          documentNumber: number,
          name,
          ...(plainText(phone) === '' ? {} : { phone }),
        },
  ...(proof === 'not-shown' || colour === undefined ? {} : { shown: { proof, colour } }),
  ...(isParty ? { party } : {}),
});
