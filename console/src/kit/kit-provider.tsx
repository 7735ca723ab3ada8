import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import App from 'antd/es/app';
import ConfigProvider from 'antd/es/config-provider';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { shownScheme, watchScheme } from '../platform/colour-scheme';
import { readTypeScale } from '../platform/window-width';
import { useSpeech } from '../ui/language';
import { kitTheme } from './kit-theme';

/** Weeks begin on Monday in both languages, as the calendars of this console do. */
const locales = { zh: zhCN, en: enGB } as const;
const dayLocales = { zh: 'zh-cn', en: 'en-gb' } as const;

/** The kit in the reader's language and in the colours of this product, with a place for its notifications (decision 177). */
export const KitProvider = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useSpeech();
  const scheme = useSyncExternalStore(watchScheme, shownScheme);
  const typeScale = readTypeScale();
  const theme = useMemo(() => kitTheme(scheme, typeScale), [scheme, typeScale]);
  useEffect(() => {
    dayjs.locale(dayLocales[language]);
  }, [language]);
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={theme}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
};
