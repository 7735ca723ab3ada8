/** What an act of the screen has just done, in words; nothing before one is done. */
export const SaidNotice = ({ said }: { readonly said: string }) =>
  said !== '' && (
    <p className="notice" role="status" data-part="said">
      {said}
    </p>
  );
