import { attentionPicture } from './attention-picture';
import { escapeHtml } from './escape-html';
import { tokenF1 } from './metrics';
import { isRight, type Outcome, type Scores } from './score';

export interface ReportSet {
  readonly scores: Scores;
  readonly outcomes: readonly Outcome[];
}

const COLUMNS: readonly (readonly [string, (scores: Scores) => number | undefined])[] = [
  ['questions', (s) => s.questions],
  ['F1', (s) => s.f1],
  ['EM', (s) => s.exactMatch],
  ['F1 with refusals', (s) => s.f1WithRefusals],
  ['refused', (s) => s.refused],
  ['falsely refused', (s) => s.falselyRefused],
  ['right', (s) => s.right],
  ['yes/no right', (s) => s.polarityRight],
  ['ROUGE-L', (s) => s.rougeL],
  ['supported', (s) => s.supported],
  ['quoted', (s) => s.quoted],
  ['median ms', (s) => s.medianMs],
  ['p95 ms', (s) => s.p95Ms],
];
const MISSES_SHOWN = 40;
const PICTURES_SHOWN = 12;

/** The scores as a Markdown table. */
export function markdownTable(all: readonly Scores[]): string {
  const rows = all.map((scores) => [scores.name, ...COLUMNS.map(([, value]) => String(value(scores) ?? ''))]);
  const header = ['set', ...COLUMNS.map(([title]) => title)];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** One self-contained HTML page: tables, calibration, results by kind of question, the worst misses. */
export function htmlReport(title: string, sets: readonly ReportSet[]): string {
  const all = sets.map(({ scores }) => scores);
  const table = `<table><tr><th>set</th>${COLUMNS.map(([name]) => `<th>${name}</th>`).join('')}</tr>${all
    .map(
      (scores) => `<tr><th>${escapeHtml(scores.name)}</th>${COLUMNS.map(([, value]) => `<td>${value(scores) ?? ''}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1>${table}${sets.map(setSection).join('')}</html>`;
}

function setSection({ scores, outcomes }: ReportSet): string {
  const kinds = Object.entries(scores.byKind)
    .map(
      ([kind, { questions, f1 }]) =>
        `<tr><th>${escapeHtml(kind)}</th><td>${questions}</td><td>${f1}</td><td><meter max="100" value="${f1}"></meter></td></tr>`,
    )
    .join('');
  const misses = outcomes
    .filter(
      (outcome) =>
        outcome.test.golds.length > 0 &&
        (outcome.test.sentence === undefined ? tokenF1(outcome.answer.evidence.text, outcome.test.golds) === 0 : !isRight(outcome)),
    )
    .sort((a, b) => b.answer.confidence - a.answer.confidence)
    .slice(0, MISSES_SHOWN)
    .map(
      ({ test, answer }, index) =>
        `<tr><td>${escapeHtml(test.question)}</td><td>${escapeHtml(answer.sentence)}${answer.attention && index < PICTURES_SHOWN ? attentionPicture(answer.attention) : ''}</td><td>${escapeHtml(answer.evidence.text)}</td><td>${escapeHtml(test.sentence ?? test.golds[0] ?? '')}</td><td>${answer.confidence.toFixed(2)}</td></tr>`,
    )
    .join('');
  return `<h2>${escapeHtml(scores.name)}</h2><div class="side"><table><tr><th>kind</th><th>questions</th><th>F1</th><th></th></tr>${kinds}</table>${reliabilityCurve(scores)}</div>
<h3>Worst misses</h3><table><tr><th>question</th><th>spoken</th><th>evidence</th><th>wanted</th><th>confidence</th></tr>${misses}</table>`;
}

/** Confidence against the share really answerable; on the diagonal it is calibrated. */
function reliabilityCurve({ calibration }: Scores): string {
  const points = calibration.map(({ confidence, answerable }) => `${20 + 2 * confidence},${220 - 2 * answerable}`);
  const dots = calibration
    .map(
      ({ confidence, answerable, questions }) =>
        `<circle cx="${20 + 2 * confidence}" cy="${220 - 2 * answerable}" r="4"><title>${questions} questions</title></circle>`,
    )
    .join('');
  return `<svg viewBox="0 0 240 240" width="240" role="img" aria-label="Reliability curve"><path d="M20 220L220 20" class="ideal"/><path d="M20 20V220H220" class="axis"/><polyline points="${points.join(' ')}"/>${dots}<text x="70" y="236">confidence, %</text></svg>`;
}

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#22262e}
table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #ddd6c9;padding:.3rem .6rem;text-align:left;vertical-align:top}
.side{display:flex;gap:2rem;flex-wrap:wrap}svg polyline{fill:none;stroke:#8a5a12;stroke-width:2}svg circle{fill:#8a5a12}
svg .ideal{stroke:#bbb;stroke-dasharray:4}svg .axis{stroke:#555;fill:none}svg text{font-size:10px}svg.attention rect{fill:#8a5a12}`;
