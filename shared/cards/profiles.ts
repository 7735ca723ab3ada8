/** A kind of transit card: which numbers look right. The issuer's answer decides, never the length (B-02). */
interface CardProfile {
  readonly kind: string;
  readonly shape: RegExp;
}

/** Kinds that are known today; shapes marked unproven in design/domain.md are lenient. */
const cardProfiles: readonly CardProfile[] = [
  // 交通联合: nineteen digits beginning with 31.
  { kind: 't-union', shape: /^31\d{17}$/ },
  // 武汉通: ten hexadecimal or sixteen digits (unproven).
  { kind: 'wuhantong', shape: /^(?:[0-9A-F]{10}|\d{16})$/ },
  // 北京一卡通: seventeen or twenty digits as printed.
  { kind: 'beijing-yikatong', shape: /^(?:\d{17}|\d{20})$/ },
];

/** Whether a plain number (`plainCode`) could be of a kind at all; an unknown kind takes any number of letters and digits. */
export const mayBeCard = (kind: string, number: string): boolean => {
  if (!/^[0-9A-Z]{4,32}$/.test(number)) return false;
  const profile = cardProfiles.find((known) => known.kind === kind);
  return profile === undefined || profile.shape.test(number);
};
