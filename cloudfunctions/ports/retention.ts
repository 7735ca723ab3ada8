/** How long a daily collection is kept: whole days are dropped by the sweeper (`app/retention`). */
export type DailyRetention =
  /** Clock 1, city days: until no city keeps the day any more (`retentionDays` of a city's settings). */
  | { readonly until: 'city-retention' }
  /** Clock 2, coach days: real-name manifests, at least a year. */
  | { readonly until: 'coach-retention' }
  /** So many days. */
  | { readonly until: 'days'; readonly days: number };

/** How long the documents of any other collection are kept. */
export type DocumentRetention =
  /** Clock 3, the access log: six months online and three years archived. Nothing of it is removed before. */
  | { readonly until: 'access-log' }
  /** As long as the person or account that it belongs to. */
  | { readonly until: 'owner' }
  /** So many days after it was made: its ids begin with that time (`newId`). */
  | { readonly until: 'age'; readonly days: number }
  /** Until the work that it stands for is done, which removes it. */
  | { readonly until: 'done'; readonly by: string }
  /** A wrapped key: destroyed by the vault, never in a backup of the documents. */
  | { readonly until: 'key' }
  | { readonly until: 'never'; readonly because: string }
  /** Coordinates programs for seconds: never in a backup. */
  | { readonly until: 'seconds' }
  /** Says whose this very place is, and stays with it: never in a backup. */
  | { readonly until: 'place' };

/** How long the documents of a collection are kept. */
export type Retention = DailyRetention | DocumentRetention;

/** When records of a person are erased. */
export type PersonErasure =
  /** When the person is closed. */
  | 'at-once'
  /** With their key: at once, or when their last ride need no longer be traced. */
  | 'with-key'
  /** By the vault, with their key. */
  | 'by-the-vault'
  /** By the work that the record stands for. */
  | 'by-its-work';

/** When records of an account are erased. */
type AccountErasure = 'with-account' | 'by-retention' | 'by-its-work';

/** The parts of a rider's export that collections fill, by their names in the file. */
export type ExportPart =
  | 'person'
  | 'accounts'
  | 'cards'
  | 'family'
  | 'rides'
  | 'coaches'
  | 'regulars'
  | 'passes'
  | 'appeals';

/** Which part of a rider's export shows the documents, or why none does. */
type Exported = ExportPart | { readonly not: string };

/** Whose the documents of a collection are. `by` is the field that holds the owner's id; it is `_id` or the first of an index. */
export type Belonging<Field extends string> =
  | { readonly to: 'nobody' }
  | { readonly to: 'person'; readonly by: Field; readonly erased: PersonErasure; readonly exported: Exported }
  | { readonly to: 'account'; readonly by: Field; readonly erased: AccountErasure; readonly exported: Exported }
  /** Somebody whom only the day's key can tell: a pseudonym, sealed facts. Forgotten with that key. */
  | { readonly to: 'rider-of-day'; readonly exported: Exported }
  /** Officials, staff and recipients, who are there by their office. */
  | { readonly to: 'worker' };
