import { Text, View } from '@tarojs/components';
import type { Text as Pair } from '@tongcheng/shared/text';
import { type ReactNode, useState } from 'react';
import { useInFront } from '../platform/view/in-front';
import { Press } from '../platform/view/press';
import { platformDrawsTitle, usePlatformTitle } from '../platform/view/title-bar';
import { Icon } from '../ui/icon';
import { usePreferences } from '../ui/preferences';
import { useSay } from '../ui/words';
import { goBack } from './go-to';
import { Menu } from './menu';
import type { PageDeclaration } from './pages';
import { frameTexts } from './texts';
import './frame.scss';

interface FrameProps {
  readonly title: Pair;
  readonly children: ReactNode;
  readonly bar?: PageDeclaration['bar'] | undefined;
}

/** What every page has: its title, the way back, the menu at the top right, and the reader's type size. */
export function Frame({ title, children, bar }: FrameProps) {
  const { elder, language } = usePreferences();
  usePlatformTitle(useSay()(title), useInFront());
  return (
    <View className={`page ${language}${elder ? ' elder' : ''}`}>
      {bar !== 'none' && <TopBar title={title} home={bar === 'home'} />}
      <View className="page-body">{children}</View>
    </View>
  );
}

/** On every page, and so on the first one: each language is offered in its own words. */
function LanguageKey() {
  const say = useSay();
  const { language, change } = usePreferences();
  return (
    <Press
      id="language"
      className="top-side top-language"
      label={say(frameTexts.language)}
      onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
    >
      <Text>{say(frameTexts.language)}</Text>
    </Press>
  );
}

/** Title and way back stand here only where the platform draws none; the menu is everywhere. */
function TopBar({ title, home }: { readonly title: Pair; readonly home: boolean }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const words = platformDrawsTitle ? undefined : say(title);
  return (
    <View className={`top-bar${platformDrawsTitle ? ' top-bar-low' : ''}`}>
      {home || platformDrawsTitle ? (
        <View className="top-side" />
      ) : (
        <Press id="back" className="top-side" label={say(frameTexts.back)} onPress={goBack}>
          <Icon name="back" colour="white" />
        </Press>
      )}
      <Text className="top-title">{words ?? ''}</Text>
      <LanguageKey />
      <Press id="menu" className="top-side" label={say(frameTexts.menu)} onPress={() => setOpen(true)}>
        <Icon name="menu" colour="white" />
      </Press>
      {open && <Menu onClose={() => setOpen(false)} />}
    </View>
  );
}
