import { type Fields, fieldsOf, isFields, ServiceFault } from './ejson';

/** A document after `$set` and `$push` with `$each` and `$slice`; every other operator is refused. */
export function changed(document: Fields, operators: Fields): Fields {
  let now: Fields = document;
  for (const [name, changes] of Object.entries(operators)) {
    for (const [path, operand] of Object.entries(fieldsOf(changes))) {
      if (path === '_id') throw new ServiceFault('DATABASE_REQUEST_FAILED', 'the _id of a document is not changed');
      if (name === '$set') now = withValue(now, path.split('.'), () => operand);
      else if (name === '$push') now = withValue(now, path.split('.'), (old) => pushed(old, operand));
      else throw new ServiceFault('DATABASE_INVALID_OPERRATOR', `not known here: ${name}`);
    }
  }
  return now;
}

/** Sets inside nested fields; what is no object on the way is an error of the database, as it is in the cloud. */
function withValue(
  fields: Fields,
  [name = '', ...deeper]: readonly string[],
  value: (old: unknown) => unknown,
): Fields {
  if (deeper.length === 0) return { ...fields, [name]: value(fields[name]) };
  const inner = fields[name] === undefined ? {} : fields[name];
  if (!isFields(inner))
    throw new ServiceFault(
      'DATABASE_REQUEST_FAILED',
      `Cannot create field '${deeper[0]}' in element {${name}: ${inner}}`,
    );
  return { ...fields, [name]: withValue(inner, deeper, value) };
}

function pushed(old: unknown, operand: unknown): readonly unknown[] {
  if (old !== undefined && !Array.isArray(old)) throw new ServiceFault('DATABASE_REQUEST_FAILED', 'not a list');
  const { $each, $slice } = fieldsOf(operand);
  if (!Array.isArray($each)) throw new ServiceFault('DATABASE_REQUEST_FAILED', '$push needs $each here');
  const all = [...(old ?? []), ...$each];
  if ($slice === undefined) return all;
  if (typeof $slice !== 'number') throw new ServiceFault('DATABASE_REQUEST_FAILED', '$slice is a number');
  return $slice < 0 ? all.slice($slice) : all.slice(0, $slice);
}
