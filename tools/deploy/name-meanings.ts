/** What each name of a deployment in the cloud means, in both languages, with its default where it has one. A name without a line fails a test. */
export const nameMeanings: Readonly<Record<string, string>> = {
  TONGCHENG_PUBLIC_URL:
    '乘客手机打开的网址，写进乘车码和链接 address that phones open; inside ride codes and links: https://ride.example.cn',
  TONGCHENG_CLOUDBASE_ENV: '云开发环境 ID（数据） id of the environment of documents: tongcheng-1a2b3c',
  TONGCHENG_CLOUDBASE_KEYS_ENV: '第二个环境 ID（密钥，步骤 1） id of the second environment, of keys only (step 1)',
  TONGCHENG_TENCENT_REGION:
    '两个环境、函数、KMS、短信所在地域 region of both environments, functions, KMS, short messages: ap-shanghai',
  TONGCHENG_KMS_KEY_ID: 'KMS 主密钥 ID id of the master key in KMS (step 2)',
  TONGCHENG_KMS_ROOT:
    '步骤 8 首次显示，填入后妥善保存 shown by step 8 the first time; keep it safe, without it nothing opens',
  TONGCHENG_PROVIDERS_URL:
    '自有接口的外部服务地址 address of the outside services that speak the product’s interface (docs/outside-services.md)',
  TONGCHENG_PROVIDERS_SECRET: '其共享密钥，至少 32 位 secret shared with them, at least 32 signs: openssl rand -hex 32',
  TONGCHENG_SMTP_HOST: '发信服务器 mail server',
  TONGCHENG_SMTP_PORT: '其端口 its port: 465',
  TONGCHENG_SMTP_SECURITY: 'tls（默认）、starttls、none tls (default), starttls or none',
  TONGCHENG_SMTP_USER: '发信账号 account at the mail server',
  TONGCHENG_SMTP_PASSWORD: '其密码 its password',
  TONGCHENG_MAIL_FROM: '发件地址 sender of the reports',
  TONGCHENG_MAIL_REPLY_TO: '回信地址，须有人看 where answers go: a mailbox that somebody reads; else the sender',
  TONGCHENG_RECIPIENT_DELAY_HOURS: '新收件人等待小时数（默认 24） hours that a new recipient waits (24)',
  TONGCHENG_REPORT_ATTACHMENT_MB:
    '附件上限 MB，超过则发链接（默认 20） largest attached report in MB; above goes by link (20)',
  TONGCHENG_BUREAU_MESSAGES:
    'nowhere（默认）或 wechat-service：以服务号发送报表链接 nowhere (default) or wechat-service',
  TONGCHENG_WECHAT_SERVICE_APP_ID: '服务号 AppID AppID of the service account',
  TONGCHENG_WECHAT_SERVICE_SECRET: '服务号 AppSecret its AppSecret',
  TONGCHENG_WECHAT_SERVICE_TEMPLATE: '服务号模板 ID its template',
  TONGCHENG_WECHAT_SERVICE_KEYS:
    '模板字段 which word fills each key of the template: thing1=report,thing2=city,time3=until',
  TONGCHENG_DUTY_PHONES: '值班手机号，逗号分隔 phones of people on duty, separated by commas',
  TONGCHENG_NOTIFIER: 'nowhere（默认）或 tencent-sms：短信提醒值班人员 nowhere (default) or tencent-sms',
  TONGCHENG_SMS_APP_ID: '短信应用 SdkAppId application of the short-message service',
  TONGCHENG_SMS_SIGNATURE: '已审核的签名 approved signature',
  TONGCHENG_SMS_TEMPLATE_UNDELIVERED: '模板：报表未送达 approved template: a report was not delivered',
  TONGCHENG_SMS_TEMPLATE_APPEALS: '模板：申诉待答复 approved template: appeals wait',
  TONGCHENG_TRIES_PER_ADDRESS: '每个网址每日核验次数（默认 200） identity checks a day of one address (200)',
  TONGCHENG_ANYONE_PER_MINUTE:
    '未登录时每个网址每分钟请求数（默认 120） requests a minute of one address without a session (120)',
  TONGCHENG_SESSION_PER_MINUTE: '每个会话每分钟请求数（默认 300） requests a minute of one session (300)',
  TONGCHENG_ACCEPT_OLDER_KEYS:
    '仅灾后 only after a disaster: yes starts with keys older than the data (decision 152); default no',
  TONGCHENG_SIGN_IN_WECHAT: 'refused（默认）或 wechat refused (default) or wechat',
  TONGCHENG_WECHAT_APP_ID: '小程序 AppID of the mini-program',
  TONGCHENG_WECHAT_SECRET: '小程序 AppSecret of the mini-program',
  TONGCHENG_WECHAT_URL: '仅试验 only for trials: another address of WeChat’s interface',
  TONGCHENG_SIGN_IN_ALIPAY: 'refused（默认）或 alipay refused (default) or alipay',
  TONGCHENG_ALIPAY_APP_ID: '支付宝小程序 AppID of the mini-program',
  TONGCHENG_ALIPAY_PRIVATE_KEY:
    '应用私钥 PKCS#8，2048 位，去掉首尾行，写成一行 the app’s own private key: PKCS#8, 2048 bits, one line without its first and last',
  TONGCHENG_ALIPAY_PUBLIC_KEY: '支付宝公钥（不是应用公钥），一行 Alipay’s public key (not the app’s), one line',
  TONGCHENG_ALIPAY_GATEWAY: '仅试验 only for trials: another gateway',
  TONGCHENG_REAL_NAME: 'providers（默认）、tencent-faceid、tencent-faceid-then-providers who checks real names',
  TONGCHENG_FACE_CHECK: 'none（默认）、providers、tencent-faceid who checks faces',
  TONGCHENG_FACE_CHECK_RULE_ID: '人脸核身业务流程 RuleId of FaceID’s business flow',
  TONGCHENG_HEALTH_STATUS: 'providers（默认）或 gb38963 providers (default) or gb38963',
  TONGCHENG_HEALTH_PLATFORM_URL: '健康码平台地址 address of the health-code platform',
  TONGCHENG_HEALTH_PLATFORM_APP_ID: '平台分配的应用名 what the platform calls this installation',
  TONGCHENG_HEALTH_PLATFORM_SECRET: '与平台共享的密钥 secret shared with it',
  TONGCHENG_CLOUDBASE_URL: '仅试验 only for trials: another address of the environment',
  TONGCHENG_TENCENT_ENDPOINT:
    '仅专网、试验 only for private networks and trials: another address of all Tencent services',
};
