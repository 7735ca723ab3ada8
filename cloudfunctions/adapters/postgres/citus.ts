import { literal, tableName } from './names';
import type { Shape } from './shape';
import { place } from './table-sql';

/**
 * What an operator tells Citus once the tables of this schema exist: small collections lie whole on every server, the others
 * live by their column. A unique key must hold that column there, so the id of a scan is unique within its city only.
 */
export const distributionSql = (schema: string, shape: Shape): readonly string[] => {
  const table = literal(place(schema, tableName(shape)));
  if (shape.livesBy === undefined) return [`SELECT create_reference_table(${table});`];
  if (shape.spreadField === undefined) {
    const column = shape.livesBy === '_id' ? 'id' : 'day';
    return [`SELECT create_distributed_table(${table}, '${column}');`];
  }
  const key = shape.daily ? 'id, day, spread' : 'id, spread';
  const of = place(schema, tableName(shape));
  return [
    `ALTER TABLE ${of} DROP CONSTRAINT "${tableName(shape)}_pkey", ADD PRIMARY KEY (${key});`,
    `SELECT create_distributed_table(${table}, 'spread');`,
  ];
};
