import { minuteMs } from '@tongcheng/shared/time';
import { bytesOf } from '../world/bytes';
import { codeAt, officeOver, openOffice } from './office';

jest.setTimeout(30_000);

let office: Awaited<ReturnType<typeof openOffice>>;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const signIn = (more: Readonly<Record<string, string>> = {}, here: Pick<typeof office, 'codeOf'> = office) =>
  here.codeOf('oversight.sign-in-official', {
    login: office.chief.login,
    password: office.chief.password,
    totp: codeAt(office.chief, office.clock.now()),
    ...more,
  });

describe('the console’s sign-in', () => {
  it('locks a login that nobody has like one that somebody has, and lets go alike', async () => {
    for (const login of ['chief', 'nobody'])
      for (let turn = 0; turn < 5; turn += 1)
        expect(await signIn({ login, password: 'wrong' })).toBe('credentials-refused');
    for (const login of ['chief', 'nobody']) expect(await signIn({ login })).toBe('account-locked');
    office.clock.pass(15 * minuteMs - 1);
    for (const login of ['chief', 'nobody']) expect(await signIn({ login })).toBe('account-locked');
    office.clock.pass(1);
    expect(await signIn({ login: 'nobody' })).toBe('credentials-refused');
    expect(await signIn()).toBe('ok');
  });

  it('thirty guesses at once, at two instances, are five', async () => {
    const other = await officeOver(office.store, office.clock, 'other');
    const guesses = Array.from({ length: 30 }, (_, turn) => signIn({ password: 'guess' }, turn % 2 ? office : other));
    const answers = await Promise.all(guesses);
    expect(answers.filter((code) => code === 'credentials-refused')).toHaveLength(5);
    expect(answers.filter((code) => code === 'account-locked')).toHaveLength(25);
  });

  it('a sign-in that succeeds forgets the wrong attempts before it', async () => {
    for (let turn = 0; turn < 4; turn += 1) await signIn({ password: 'wrong' });
    expect(await signIn()).toBe('ok');
    for (let turn = 0; turn < 4; turn += 1) expect(await signIn({ password: 'wrong' })).toBe('credentials-refused');
  });

  it('what rests is of no use: no password, no secret, no login typed by mistake, in any file', async () => {
    await signIn({ login: 'my-password-typed-too-early' });
    const rests = bytesOf(office.folder);
    expect(rests.includes('$argon2id$v=19$m=19456,t=2,p=1$')).toBe(true);
    const { chief, deputy } = office;
    for (const { password, totpSecret } of [chief, deputy])
      for (const secret of [password, password.replaceAll('-', ''), totpSecret])
        expect(rests.includes(secret)).toBe(false);
    expect(rests.includes('typed-too-early')).toBe(false);
  });

  it('a damaged password record is a fault that is logged, never a quiet refusal', async () => {
    const { officials } = await import('@tongcheng/cloudfunctions/app/oversight/official-record');
    const held = await office.store.get(officials, 'chief');
    if (!held) throw new Error('the chief is there');
    const { _v, ...record } = held;
    await office.store.update(officials, { ...record, passwordHash: 'damaged' }, _v);
    expect(await signIn()).toBe('fault');
    expect(office.faults).toHaveLength(1);
  });
});
