/** What the platform has of somebody, as text: compared to find what changed. */
type Told = string;

interface Followed {
  readonly documentNumber: string;
  told: Told;
  /** The number of the change after which it was so. */
  changed: number;
}

/** At most so many changes in an answer. */
const mostAtOnce = 200;

/** The health-code platform's list of those whose statuses are followed. Changes are numbered; a cursor is such a number. */
export interface FollowedPeople {
  follow(holders: unknown): { readonly statuses: readonly object[] };
  leave(subjects: unknown): object;
  changes(after: unknown): {
    readonly changes: readonly object[];
    readonly next: string;
    readonly more: boolean;
    readonly asOf: number;
  };
}

/** Follows people whose status is what `statusOf` says of their document at any moment. */
export function followedPeople(statusOf: (documentNumber: string) => object, now: () => number): FollowedPeople {
  const followed = new Map<string, Followed>();
  let changed = 0;
  const look = () => {
    for (const each of followed.values()) {
      const told = JSON.stringify(statusOf(each.documentNumber));
      if (told === each.told) continue;
      changed += 1;
      Object.assign(each, { told, changed });
    }
  };
  return {
    follow: (holders) => ({
      statuses: rows(holders).map(({ subject, documentNumber }) => {
        const status = statusOf(documentNumber);
        followed.set(subject, { documentNumber, told: JSON.stringify(status), changed });
        return { subject, ...status };
      }),
    }),
    leave: (subjects) => {
      if (Array.isArray(subjects)) for (const each of subjects) followed.delete(String(each));
      return {};
    },
    changes: (after) => {
      look();
      if (after === undefined) return { changes: [], next: String(changed), more: false, asOf: now() };
      const later = [...followed]
        .filter(([, each]) => each.changed > Number(after))
        .sort(([, one], [, other]) => one.changed - other.changed);
      const given = later.slice(0, mostAtOnce);
      const next = given.length < later.length ? given[given.length - 1]?.[1].changed : changed;
      return {
        changes: given.map(([subject, { told }]) => ({ subject, ...JSON.parse(told) })),
        next: String(next),
        more: given.length < later.length,
        asOf: now(),
      };
    },
  };
}

const rows = (holders: unknown): readonly { readonly subject: string; readonly documentNumber: string }[] =>
  Array.isArray(holders)
    ? holders.map((each: unknown) => ({
        subject: String(Reflect.get(Object(each), 'subject')),
        documentNumber: String(Reflect.get(Object(each), 'documentNumber')),
      }))
    : [];
