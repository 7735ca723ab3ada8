import type { Deeds } from '../deeds';
import type { Shape } from '../shape';
import type { Asking, Call, CrossedFault } from './messages';

type Told = { readonly number: number } & ({ readonly answer: unknown } | { readonly fault: CrossedFault });

/**
 * Answers calls as they come, many to a message. What is read is answered before anything is committed, so a question never waits for the
 * sync of the writes beside it; writes are told together when their group is on the disk.
 */
export const answering = (deeds: Deeds, tell: (told: readonly Told[]) => void) => {
  const shapes: Shape[] = [];
  let ready: Told[] = [];

  const send = () => {
    const told = ready;
    ready = [];
    if (told.length > 0) tell(told);
  };

  const later = (told: Told) => {
    if (ready.length === 0) queueMicrotask(send);
    ready.push(told);
  };

  const takeUp = ({ number, asking }: Call) => {
    try {
      const answer = doAsked(deeds, shapes, asking);
      if (!(answer instanceof Promise)) ready.push({ number, answer });
      else
        answer.then(
          (answer: unknown) => later({ number, answer }),
          (fault: unknown) => later({ number, fault: crossed(fault) }),
        );
    } catch (fault) {
      ready.push({ number, fault: crossed(fault) });
    }
  };

  return (calls: readonly Call[]): 'open' | 'closed' => {
    for (const call of calls) takeUp(call);
    send();
    return calls.some(({ asking }) => asking.verb === 'close') ? 'closed' : 'open';
  };
};

function doAsked(deeds: Deeds, shapes: Shape[], asking: Asking): unknown {
  const shapeNumbered = (number: number): Shape => {
    const shape = shapes[number];
    if (!shape) throw new Error(`no shape of number ${number} was told`);
    return shape;
  };
  switch (asking.verb) {
    case 'shape':
      shapes.push(asking.told);
      return;
    case 'insert':
      return deeds.insert(shapeNumbered(asking.shape), asking.documents);
    case 'update':
      return deeds.update(shapeNumbered(asking.shape), asking.document, asking.expected);
    case 'delete':
      return deeds.delete(shapeNumbered(asking.shape), asking.id);
    case 'get':
      return deeds.get(shapeNumbered(asking.shape), asking.id);
    case 'select':
      return deeds.select(shapeNumbered(asking.shape), asking.question, asking.maxCharacters);
    case 'count':
      return deeds.count(shapeNumbered(asking.shape), asking.asked);
    case 'days':
      return deeds.days(shapeNumbered(asking.shape));
    case 'dropDay':
      return deeds.dropDay(shapeNumbered(asking.shape), asking.day);
    case 'close':
      return deeds.close();
  }
}

const crossed = (fault: unknown): CrossedFault =>
  fault instanceof Error
    ? { name: fault.name, message: fault.message, stack: fault.stack }
    : { name: 'Error', message: 'not an Error', stack: undefined };
