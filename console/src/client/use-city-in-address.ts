import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

const withCity = (place: string, search: string, city: string): string => {
  const words = new URLSearchParams(search);
  words.set('city', city);
  return `${place}?${words.toString()}`;
};

/**
 * The city that an official works in, the first of theirs at first. Where there are several it stands in the address, so that an address that
 * is sent opens where it was copied, Back undoes the choice and a reload keeps it. At a place that is none (`isPlace`) nothing is written: whoever
 * leads on from there in the same moment would be led back.
 */
export const useCityInAddress = (codes: readonly string[], isPlace: (place: string) => boolean) => {
  const search = useSearch();
  const [place, navigate] = useLocation();
  const [last, setLast] = useState<string>();
  const named = new URLSearchParams(search).get('city');
  const city = codes.find((code) => code === named) ?? codes.find((code) => code === last) ?? codes[0];
  /** Works in another city, at this place of the console or another. */
  const choose = (code: string, { at = place, replace = false } = {}): void => {
    setLast(code);
    navigate(withCity(at, search, code), { replace });
  };
  useEffect(() => {
    if (city === undefined || codes.length < 2) return;
    setLast(city);
    // A link to a section brings words of its own and drops this one.
    if (named !== city && isPlace(place)) navigate(withCity(place, search, city), { replace: true });
  }, [codes, city, named, place, search, navigate, isPlace]);
  return { city, place, choose };
};
