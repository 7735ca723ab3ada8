/** What somebody in a family is to the rider who looks after them. */
export const relations = ['child', 'parent', 'partner', 'other'] as const;
export type Relation = (typeof relations)[number];

/** so many members of a family beside the rider; whoever helps more people is a service desk. */
export const maxMembers = 5;

/** So many families may look after one person: parents apart, and grandparents. */
export const maxFamilies = 4;
