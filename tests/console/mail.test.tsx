import { act, screen } from '@testing-library/react';
import { MailApp } from '../../console/src/mail/mail-app';
import { show } from './screens';

test('until the mailbox answers the page waits; only then it says that there is no mail', async () => {
  let answer: (mails: unknown) => void = () => undefined;
  const get = () => new Promise<unknown>((resolve) => (answer = resolve));
  show(<MailApp get={get} />);
  screen.getByRole('status');
  expect(screen.queryByText(/还没有邮件/)).toBeNull();
  await act(async () => answer([]));
  screen.getByText(/还没有邮件/);
  expect(screen.queryByRole('status')).toBeNull();
});
