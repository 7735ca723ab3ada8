import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleChange } from '@tongcheng/shared/venues/rule-proposal';
import { faceTexts } from '../../../ui/face';
import { useSpeech } from '../../../ui/language';
import { previewChange } from './rule-preview';
import { ruleTexts, sampleRiderTexts } from './terms-texts';

interface Props {
  readonly rules: readonly AdmissionRule[];
  readonly change: RuleChange;
}

/** Who may ride where a change takes effect, before and then; what changes is in bold. */
export const RulePreviewTable = ({ rules, change }: Props) => {
  const { say } = useSpeech();
  const preview = previewChange(rules, change);
  if (!preview) return null;
  return (
    <div className="terms-preview" data-part="preview">
      <p className="notice">{say(preview.told)}</p>
      <table>
        <caption>{say(ruleTexts.whoRides)}</caption>
        <thead>
          <tr>
            {[ruleTexts.rider, ruleTexts.before, ruleTexts.after].map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.lines.map(({ rider, before, after }) => (
            <tr key={rider} data-rider={rider}>
              <th scope="row">{say(sampleRiderTexts[rider])}</th>
              <td>{say(faceTexts[before])}</td>
              <td>{before === after ? say(faceTexts[after]) : <strong>{say(faceTexts[after])}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
