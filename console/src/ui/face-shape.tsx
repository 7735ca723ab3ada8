import type { Face } from './face';

const Tick = () => (
  <>
    <circle cx="50" cy="50" r="44" />
    <path className="sign" d="M28 52 L44 68 L74 34" />
  </>
);

const Warning = () => (
  <>
    <path d="M50 6 L96 90 L4 90 Z" />
    <path className="sign" d="M50 36 L50 62" />
    <path className="sign" d="M50 76 L50 77" />
  </>
);

const Stop = () => (
  <>
    <path d="M32 6 L68 6 L94 32 L94 68 L68 94 L32 94 L6 68 L6 32 Z" />
    <path className="sign" d="M26 50 L74 50" />
  </>
);

const Question = () => (
  <>
    <path d="M50 3 L97 50 L50 97 L3 50 Z" />
    <path className="sign" d="M37 38 Q38 27 50 27 Q63 27 63 39 Q63 48 50 54 L50 60" />
    <path className="sign" d="M50 74 L50 75" />
  </>
);

/** A clock, drawn by its lines alone: what was is no verdict any more. */
const Clock = () => (
  <>
    <circle cx="50" cy="50" r="42" />
    <path d="M50 26 L50 52 L68 64" />
  </>
);

/** What can be drawn: the face of a verdict, that staff let somebody on against it, or that a verdict is over. */
type DrawnFace = Face | 'let-on' | 'expired';

const shapes: Readonly<Record<DrawnFace, () => JSX.Element>> = {
  admit: Tick,
  refer: Warning,
  refuse: Stop,
  unknown: Question,
  'let-on': Tick,
  expired: Clock,
};

/** The shape of a verdict, for eyes that see the colours alike. The word beside it says the same, so it is hidden from readers. */
export const FaceShape = ({ face }: { readonly face: DrawnFace }) => {
  const Shape = shapes[face];
  return (
    <svg className={`shape shape-${face}`} viewBox="0 0 100 100" aria-hidden="true">
      <Shape />
    </svg>
  );
};
