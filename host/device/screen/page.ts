import type { Language, Text } from '@tongcheng/shared/text';
import { typedLines } from './keyboard';
import type { OutcomeScreen, RestingScreen, ScreenMessage } from './screen-message';
import { play, sayAloud } from './sounds';

/** How long an outcome stays, in milliseconds: who is let in walks on, who is not has to read. */
const staysMs = { admit: 2_000, other: 6_000 } as const;
const silentMs = 15_000;
const againMs = 1_000;

const notOpened: Text = {
  zh: '请用闸机目录里 screen-link 文件中的地址打开',
  en: 'Open this page by the address in the file screen-link of the gate’s folder',
};
const away: Text = { zh: '请到人工通道', en: 'Please go to the staffed lane' };
const awayLine: Text = { zh: '闸机程序没有回应', en: 'the gate’s program does not answer' };

const token = location.hash.slice(1);
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

let resting: RestingScreen = { shown: { zh: '', en: '' } };
let voices: readonly Language[] = [];
let outcomeEnds: ReturnType<typeof setTimeout> | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;

const write = (selector: string, text: string): void => {
  const element = document.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
};

function show({ signal, shown }: RestingScreen): void {
  document.body.dataset.light = signal?.light ?? '';
  document.body.dataset.sign = signal?.sign ?? '';
  write('.zh', shown.zh);
  write('.en', shown.en);
}

function showLine(line: Text): void {
  write('.line-zh', line.zh);
  write('.line-en', line.en);
}

function rest(next: RestingScreen): void {
  const isOther = next.shown.zh !== resting.shown.zh;
  resting = next;
  if (outcomeEnds === undefined) show(resting);
  if (isOther && next.said) sayAloud(next.said, voices);
}

function take(message: ScreenMessage): void {
  if (message.type === 'outcome') takeOutcome(message.outcome);
  else takeState(message);
}

function takeState(state: Extract<ScreenMessage, { readonly type: 'state' }>): void {
  voices = state.voices;
  write('.name', state.name);
  showLine(state.line);
  rest(state.resting);
}

function takeOutcome(outcome: OutcomeScreen): void {
  const { signal, said } = outcome;
  clearTimeout(outcomeEnds);
  show(outcome);
  play(signal.sound);
  if (said) sayAloud(said, voices);
  outcomeEnds = setTimeout(endOutcome, signal.light === 'green' ? staysMs.admit : staysMs.other);
}

function endOutcome(): void {
  outcomeEnds = undefined;
  show(resting);
}

/** A program that is gone lets nobody in: the screen says so and does not go on showing what was. */
function unanswered(): void {
  showLine(awayLine);
  rest({ signal: { light: 'yellow', sign: 'person', sound: 'double' }, shown: away });
}

function heard(): void {
  clearTimeout(silence);
  silence = setTimeout(unanswered, silentMs);
}

/** Messages come as lines of JSON, an empty line between them now and then. */
async function listen(): Promise<void> {
  const reply = await fetch('/messages', { headers });
  if (reply.status === 401) {
    rest({ shown: notOpened });
    return;
  }
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    heard();
    const lines = (held + piece.value).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) if (line !== '') take(JSON.parse(line));
  }
}

async function listenAlways(): Promise<void> {
  for (;;) {
    await listen().catch(unanswered);
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

typedLines((line) => {
  void fetch('/line', { method: 'POST', headers, body: JSON.stringify({ line }) }).catch(unanswered);
});
heard();
void listenAlways();
