import { useRouter } from '@tarojs/taro';
import { AppealScreen } from '../../features/appeals/appeal-screen';
import { OwnAppeals } from '../../features/appeals/own-appeals';
import { appealTexts } from '../../features/appeals/texts/appeal-texts';
import { Frame } from '../frame';
import { goTo } from '../go-to';

/** `?scan=`: one verdict and the appeal against it; without it, all appeals of the rider. */
export default function AppealPage() {
  const { scan } = useRouter().params;
  const one = scan !== undefined && scan !== '';
  return (
    <Frame title={one ? appealTexts.title : appealTexts.mine}>
      {one ? <AppealScreen scanId={scan} /> : <OwnAppeals onOpen={goTo.appeal} />}
    </Frame>
  );
}
