import { texts } from '../../../ui/words';

/** Words of claims and proofs (decision 149). */
export const proofTexts = texts({
  claimed: {
    zh: '另一个账户登记了您的身份。请看看是不是您自己的。它看不到、也改不了您的任何信息。',
    en: 'Another account was registered with your identity. Please look whether it is yours. It sees and changes nothing of yours.',
  },
  claim: {
    zh: '这个身份已经有账户。您照常乘车，这里只显示这个账户自己的行程；证明是本人后，其余的也会显示。',
    en: 'This identity has an account already. You ride as usual and see the rides of this account only; once you prove that it is you, you see the rest.',
  },
  denied: {
    zh: '原有账户说这不是本人的账户。您照常乘车；如果确实是您，请带证件到服务台确认。',
    en: 'The earlier account says that this one is not theirs. You ride as usual; if it is you, show your document at a service desk.',
  },
  guardian: {
    zh: '孩子可以乘车了。还需要监护人在自己的手机上确认：在“家人”里选“为孩子的手机确认”，输入这里显示的确认码。',
    en: 'The child can ride. A guardian still has to agree on their own phone: under “Family”, “Agree for a child’s phone”, with the code shown here.',
  },
  past: {
    zh: '这个身份以前有过记录。您照常使用；以前的行程要到服务台核对证件后才显示。',
    en: 'There were records of this identity before. Everything works; earlier rides show after a service desk has seen your document.',
  },
  how: { zh: '怎样证明是本人', en: 'How to prove it' },
  look: { zh: '去看看', en: 'Have a look' },
  statusAtScan: {
    zh: '健康状态在扫码时随核验结果显示。证明是本人后，这里也会显示。',
    en: 'Your status shows with the result when you scan. Once you prove that it is you, it shows here too.',
  },
});
