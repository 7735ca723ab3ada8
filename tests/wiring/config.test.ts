import { adapterOption } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { mailer, smtp } from '@tongcheng/cloudfunctions/wiring/definitions/mailer';
import type { DeploymentTarget } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import * as machine from '@tongcheng/cloudfunctions/wiring/targets/machine';
import * as z from 'zod';
import { standingClock } from '../world/clock';

const log = { event: () => undefined };

const right = {
  TONGCHENG_DATA: '/nowhere/data',
  TONGCHENG_KEY_FILE: '/nowhere/master.key',
  TONGCHENG_PUBLIC_URL: 'https://ride.example/',
  TONGCHENG_PROVIDERS_URL: 'https://providers.example',
  TONGCHENG_PROVIDERS_SECRET: 'thirty-two characters or more, here',
  TONGCHENG_SMTP_HOST: 'mail.example',
  TONGCHENG_SMTP_PORT: '465',
  TONGCHENG_MAIL_FROM: 'tongcheng@ride.example',
};

const refusal = (environment: Readonly<Record<string, string>>, target: DeploymentTarget = machine): string => {
  try {
    readConfig(environment, target);
    return '';
  } catch (fault) {
    return fault instanceof Error ? fault.message : '';
  }
};
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(right).filter(([name]) => !names.includes(name)));

test('what is set for all is read, with its defaults', () => {
  expect(readConfig(right).installation).toMatchObject({
    TONGCHENG_PUBLIC_URL: 'https://ride.example',
    TONGCHENG_RECIPIENT_DELAY_HOURS: 24,
    TONGCHENG_REPORT_ATTACHMENT_MB: 20,
  });
});

test('every wrong and missing name is given at once, each once, and no value', () => {
  const wrong = { ...without('TONGCHENG_DATA', 'TONGCHENG_SMTP_HOST'), TONGCHENG_PROVIDERS_SECRET: 'hush-hush' };
  const said = refusal({ ...wrong, TONGCHENG_PUBLIC_URL: 'ftp://private.example', TONGCHENG_STORE: 'carrier-pigeon' });
  const names = [...said.matchAll(/TONGCHENG_[A-Z_]+/g)].map(([name]) => name);
  expect([...names].sort()).toEqual([
    'TONGCHENG_DATA',
    'TONGCHENG_PROVIDERS_SECRET',
    'TONGCHENG_PUBLIC_URL',
    'TONGCHENG_SMTP_HOST',
    'TONGCHENG_STORE',
  ]);
  for (const value of ['hush-hush', 'private.example', 'carrier-pigeon']) expect(said).not.toContain(value);
  expect(said).toContain('one of: embedded');
});

test('set to nothing is not set, nor is a reference that nobody resolved', () => {
  for (const nothing of ['', `\${env:TONGCHENG_SMTP_HOST}`, '{{env.TONGCHENG_SMTP_HOST}}'])
    expect(refusal({ ...right, TONGCHENG_SMTP_HOST: nothing })).toMatch(/TONGCHENG_SMTP_HOST: 没有设置 is not set$/);
});

test('documents and keys in one database are refused, however its address is written; two databases are not', async () => {
  const needs = { clock: standingClock(), chance: { bytes: (size: number) => new Uint8Array(size) }, log };
  const open = (keys: string) =>
    readConfig({
      ...right,
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: 'postgres://rides@db.example/rides',
      TONGCHENG_KEYS_POSTGRES_URL: keys,
    }).store(needs);
  for (const same of [
    'postgres://rides@db.example/rides',
    'postgresql://keys:hush@db.example:5432/rides?sslmode=verify-full',
  ])
    await expect(open(same)).rejects.toThrow(/不能放在同一个数据库.*cannot share a database/);
  for (const other of ['postgres://rides@db.example/keys', 'postgres://rides@db.example:5433/rides'])
    expect(await open(other)).toBeDefined();
});

test('a phone on call that is none, a short token and an address that is no web address are refused', () => {
  expect(refusal({ ...right, TONGCHENG_DUTY_PHONES: '13900000001, 12345' })).toMatch(/TONGCHENG_DUTY_PHONES: 设置有误/);
  expect(refusal({ ...right, TONGCHENG_METRICS_TOKEN: 'x'.repeat(31) })).toMatch(/TONGCHENG_METRICS_TOKEN: 设置有误/);
  expect(refusal({ ...right, TONGCHENG_PROVIDERS_SECRET: 'x'.repeat(31) })).toMatch(/TONGCHENG_PROVIDERS_SECRET/);
  expect(refusal({ ...right, TONGCHENG_PUBLIC_URL: 'file:///etc' })).toMatch(/TONGCHENG_PUBLIC_URL: 设置有误/);
  expect(refusal({ ...right, TONGCHENG_MAIL_FROM: 'tongcheng' })).toMatch(/TONGCHENG_MAIL_FROM: 设置有误/);
  expect(refusal({ ...right, TONGCHENG_DUTY_PHONES: '13900000001, 13900000002' })).toBe('');
});

test('a name is needed only where its adapter is chosen', () => {
  const slate = () =>
    adapterOption(z.object({ TONGCHENG_SLATE: z.string().min(1) }), () => ({
      send: async () => ({ accepted: [], refused: [] }),
    }));
  const target = { ...machine, mailer: () => mailer({ smtp, slate }) };
  const bare = without('TONGCHENG_SMTP_HOST', 'TONGCHENG_SMTP_PORT', 'TONGCHENG_MAIL_FROM');
  const chosen = { ...bare, TONGCHENG_MAILER: 'slate' };
  const ask = (environment: Readonly<Record<string, string>>) => () => readConfig(environment, target);
  expect(ask(chosen)).toThrow(/TONGCHENG_SLATE: 没有设置/);
  expect(ask({ ...chosen, TONGCHENG_SLATE: 'grey' })).not.toThrow();
  expect(ask(right)).not.toThrow();
  expect(ask(bare)).toThrow(/TONGCHENG_MAIL_FROM/);
});

test('a word from an object’s own ancestry is no adapter', () => {
  expect(refusal({ ...right, TONGCHENG_STORE: 'constructor' })).toContain('TONGCHENG_STORE');
});

test('a deployment target says which names each adapter must have and may have', () => {
  expect(machine.mailer().names).toMatchObject({
    TONGCHENG_SMTP_HOST: 'required',
    TONGCHENG_SMTP_SECURITY: 'optional',
    TONGCHENG_SMTP_USER: 'optional',
  });
});

test('the keys of a service account’s template are filled by words that a message has; another word stops the start', () => {
  const service = {
    ...right,
    TONGCHENG_BUREAU_MESSAGES: 'wechat-service',
    TONGCHENG_WECHAT_SERVICE_APP_ID: 'wx1',
    TONGCHENG_WECHAT_SERVICE_SECRET: 'hush',
    TONGCHENG_WECHAT_SERVICE_TEMPLATE: 'template',
  };
  const saidOf = (keys: string) => refusal({ ...service, TONGCHENG_WECHAT_SERVICE_KEYS: keys });
  expect(saidOf('thing1=report, thing2=city,time3=until')).toBe('');
  for (const wrong of ['thing1', 'thing1=name', 'thing1=report,,', '=report'])
    expect([wrong, saidOf(wrong)]).toEqual([wrong, expect.stringContaining('TONGCHENG_WECHAT_SERVICE_KEYS')]);
  expect(refusal(service)).toContain('TONGCHENG_WECHAT_SERVICE_KEYS: 没有设置 is not set');
  expect(refusal({ ...right, TONGCHENG_BUREAU_MESSAGES: 'pigeon' })).toContain('one of: nowhere, wechat-service');
});
