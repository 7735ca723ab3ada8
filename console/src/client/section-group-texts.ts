/** Under what officials look for a section, in the order of the menu. A section names one of them. */
export const sectionGroups = {
  overview: { zh: '概况', en: 'Overview' },
  riding: { zh: '乘车', en: 'Riding' },
  reports: { zh: '报表', en: 'Reports' },
  places: { zh: '站点与规定', en: 'Places and rules' },
  people: { zh: '人员与权限', en: 'People and access' },
  system: { zh: '系统与帮助', en: 'System and help' },
} as const;

interface Grouped {
  readonly group: keyof typeof sectionGroups;
}

/** Sections under the names of their groups, in the order of these; groups of which there are none are left out. */
export const inGroups = <S extends Grouped>(sections: readonly S[]) =>
  Object.entries(sectionGroups)
    .map(([id, name]) => ({ id, name, own: sections.filter(({ group }) => group === id) }))
    .filter(({ own }) => own.length > 0);
