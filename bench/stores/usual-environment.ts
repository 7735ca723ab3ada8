/** What a host of the bench is told, whatever its store: nothing outside it is ever asked. */
export const usualEnvironment = (folder: string) => ({
  TONGCHENG_DATA: folder,
  TONGCHENG_KEY_FILE: `${folder}.key`,
  TONGCHENG_PUBLIC_URL: 'http://127.0.0.1:8080',
  TONGCHENG_PROVIDERS_URL: 'http://127.0.0.1:9',
  TONGCHENG_PROVIDERS_SECRET: 'a bench asks no provider at all, ever',
  TONGCHENG_SMTP_HOST: '127.0.0.1',
  TONGCHENG_SMTP_PORT: '9',
  TONGCHENG_MAIL_FROM: 'bench@tongcheng.example',
  TONGCHENG_SESSION_PER_MINUTE: '1000000',
});
