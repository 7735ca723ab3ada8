/** The file that says on the console which officials and which staff may call what: a copy of the endpoints' access rows without the validation library that these come with. */
export const accessRowsPath = 'console/src/client/access-rows.ts';

const lineWidth = 120;

const rowOf = ({ name, access }) => {
  const roles = access.roles.map((role) => `'${role}'`);
  const line = `  '${name}': [${roles.join(', ')}],`;
  if (line.length <= lineWidth) return line;
  return [`  '${name}': [`, ...roles.map((role) => `    ${role},`), '  ],'].join('\n');
};

const rowsOf = (endpoints, who) =>
  endpoints
    .filter(({ access }) => access.who === who)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(rowOf)
    .join('\n');

/** The text of that file. */
export const accessRows = (
  endpoints,
) => `// Made from the access rows of shared/*/api.ts by \`npm run generate\`. Do not edit: a copy that differs from them does not compile.

/** Which officials may call what. */
export const officialRows = {
${rowsOf(endpoints, 'official')}
} as const;

/** Which staff may call what. */
export const staffRows = {
${rowsOf(endpoints, 'staff')}
} as const;
`;
