import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { KitTable } from '../../../kit/kit-table';
import type { TableColumn } from '../../../kit/table-view';
import { type Say, useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { type SettingRow, settingRows } from './setting-rows';
import { settingsTexts } from './settings-texts';
import { valueLines, valueWords } from './value-words';

const columns = (say: Say): readonly TableColumn<SettingRow>[] => [
  { id: 'group', name: settingsTexts.part, text: ({ group }) => say(group), order: ({ group }) => say(group) },
  { id: 'setting', name: settingsTexts.setting, text: ({ name }) => say(name), kind: 'head' },
  {
    id: 'value',
    name: settingsTexts.value,
    text: ({ value }) => valueWords(value, say),
    cell: ({ value }) => <Value lines={valueLines(value, say)} />,
    kind: 'answer',
  },
  { id: 'meaning', name: settingsTexts.meaning, text: ({ help }) => say(help), kind: 'answer' },
  { id: 'field', name: settingsTexts.field, text: ({ field }) => field },
];

const Value = ({ lines }: { readonly lines: readonly string[] }) => {
  const [only, ...more] = lines;
  if (more.length === 0) return <span>{only}</span>;
  return (
    <ul className="value-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};

const Settings = () => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const query = useQuery((client) => client.call('oversight.get-settings', { city }), city);
  return (
    <div data-part="settings-screen">
      <div className="section-head">
        <h1>{say(settingsTexts.title)}</h1>
      </div>
      <p className="rule">{say(settingsTexts.rule)}</p>
      <section className="sheet">
        <QueryView query={query} lines={10}>
          {({ settings, province }) => (
            <KitTable
              title={settingsTexts.title}
              part="settings"
              rows={settingRows(settings, province)}
              columns={columns(say)}
              keyOf={({ group, field }) => `${group.en} ${field}`}
              marks={({ field }) => ({ 'data-field': field })}
              empty={settingsTexts.none}
            />
          )}
        </QueryView>
      </section>
    </div>
  );
};

/** The settings of the city and its province: files, so they are only read here. */
export const SettingsScreen = () => (
  <KitProvider>
    <Settings />
  </KitProvider>
);
