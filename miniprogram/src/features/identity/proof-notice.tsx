import { useAccount } from '../../client/phone';
import { useProofNews } from '../../client/use-proof-news';
import { useInFront } from '../../platform/view/in-front';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { proofTexts } from './texts/proof-texts';

/** Says that somebody else claims to be this rider, or what this account is not proven for; leads to where it is decided. */
export function ProofNotice({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  const account = useAccount();
  useProofNews(useInFront());
  const { claims, unproven } = account ?? {};
  if (claims === undefined && unproven === undefined) return null;
  const words = claims === undefined ? proofTexts[unproven ?? 'claim'] : proofTexts.claimed;
  return (
    <NoticeBar tone={claims === undefined ? 'calm' : 'heed'} words={say(words)}>
      <Button id="open-proof" variant="link" onPress={onOpen}>
        {say(claims === undefined ? proofTexts.how : proofTexts.look)}
      </Button>
    </NoticeBar>
  );
}
